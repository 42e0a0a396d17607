"""Words for things that have numbers of their own: orders, rooms, prices, sizes. Of the languages customers write."""

import re
from typing import Final

_WORDS: Final = """
account amount appid article asset auftrag balance batch benutzer benutzernummer bestelling bestellung bin bitrate
build bytes case channel checksum city client coins commande commessa commit contract conversation crc cursor
customer delivery device document draw dts employee exp extension factura facture factuur faktura fattura fatura
file fiyat folio frame gebruiker gold guest harga hits host id ids index invoice issue item items job kamer kiosk
kvittering level lot material member message mob model monster mã no node npc nr nro number numéro número offered
offset openid order orderid ordine page parcel part password pedido pedidos pengguna pesanan phone phòng pid pin
pokój port postcode prezzo price priceid product pts quantity quest raum receipt rechnung recipe ref reference rev
revision room roomid row ruangan sala salle salon score seat seed seq serial serialno session sessionid sipariş size
skill sku ssrc stanza stream streamid student sum table task tel ticket total track tracking ts uid user userid
usuario utente użytkownik version viewers zamówienie zimmer zip đơn заказ заказа заказе комната комнате комнату
комнаты номер счет счета счёт
"""
_THINGS: Final = frozenset(_WORDS.split())
_ID: Final = re.compile(r"[a-z0-9](?:_id|Id|ID|_no|No)s?\Z|\A[A-Z]+(?:_ID|ID|_NO)\Z")
_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAMES: Final = re.compile(r"\w\s*[:=]\s*[\"'(`*]*\Z")  # a name and the sign between it and its value
_LAST: Final = re.compile(
    r"([^\W\d_][\w.]*)(?:\s?[:：#=.]+\s*|\s?)(?:\b(?:is|was|still|now|called|named)\s+)*(?:为|是)?[\"'(`*]*\Z"
)
_CJK: Final = re.compile(
    r"(?:[订工账帐商户房单编型批流用][单户间号]*号?|电话|手机号?|城市|价格|金额|数量|商品|货号|品番|品号|番号|学号|工号)"
    r"(?<!错误)(?<!代码)[\s:：#=]*(?:为|是)?[\"'(`*]*\Z"
)


def is_other_thing(words: str) -> bool:
    """Whether a text ends in the word for a thing that has a number: what follows is that thing's."""
    word = _last_word(words)
    return bool(word) and (_is_thing(word, words) or _is_named_for_thing(word, words))


def is_other_word(words: str) -> bool:
    """The same, but a name that such a word only ends, ``LOCAL_STREAM``, does not count."""
    word = _last_word(words)
    return bool(word) and _is_thing(word, words)


def _last_word(words: str) -> str:
    found = _LAST.search(words)
    return found[1].rstrip(".") if found else ""


def _is_thing(word: str, words: str) -> bool:
    if not word.isascii() and _CJK.search(words):
        return True
    folded = word.casefold()
    return folded in _THINGS or folded.removesuffix("s") in _THINGS or _ID.search(word) is not None


def _is_named_for_thing(word: str, words: str) -> bool:
    parts = _PARTS.findall(word) if word.isascii() and _NAMES.search(words) else []
    return len(parts) > 1 and parts[-1].casefold() in _THINGS
