"""Words for things that have numbers of their own: orders, rooms, prices, sizes. Of the languages customers write."""

import re
from typing import Final

_WORDS: Final = """
account amount appid article asset balance batch bestellung bin build bytes case channel client commande commit
contract conversation cursor customer delivery device document draw employee extension factura facture file frame guest host id
ids index invoice issue item job kiosk lot material member message model no node nr nro number offered openid order
orderid page parcel part password pedido pedidos phone pid pin port postcode price priceid product quantity raum
receipt rechnung ref reference rev revision roomid room row sala salle score seat seed seq serial serialno session
sessionid size sku ssrc stream streamid student sum table task tel ticket total track tracking uid user userid usuario
version viewers zimmer zip pts dts ts bitrate crc checksum offset hits quest npc item items skill recipe map mob monster
level exp gold coins auftrag benutzer benutzernummer city salon folio numéro número fatura sipariş fiyat commessa
ordine fattura stanza utente prezzo bestelling factuur kamer gebruiker kvittering faktura zamówienie pokój użytkownik
đơn phòng mã pesanan ruangan harga pengguna номер комната комнаты комнате комнату заказ заказа заказе счет счёт счета
"""
_THINGS: Final = frozenset(_WORDS.split())
_ID: Final = re.compile(r"[a-z0-9](?:_id|Id|ID|_no|No)s?\Z|\A[A-Z]+(?:_ID|ID|_NO)\Z")
_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LAST: Final = re.compile(
    r"([^\W\d_][\w.]*)[\s:：#=.]*(?:\b(?:is|was|still|now|called|named)\s+)*(?:为|是)?[\"'(`*]*\Z"
)
_CJK: Final = re.compile(
    r"(?:[订工账帐商户房单编型批流用][单户间号]*号?|电话|手机号?|城市|价格|金额|数量|商品|货号|品番|品号|番号|学号|工号)"
    r"(?<!错误)(?<!代码)[\s:：#=]*(?:为|是)?[\"'(`*]*\Z"
)


def is_other_thing(words: str) -> bool:
    """Whether a text ends in the word for a thing that has a number: what follows is that thing's."""
    found = _LAST.search(words)
    if found is None:
        return False
    word = found[1].rstrip(".")
    if not word.isascii() and _CJK.search(words):
        return True
    if word.casefold() in _THINGS or _ID.search(word):
        return True
    parts = _PARTS.findall(word)
    return len(parts) > 1 and parts[-1].casefold() in _THINGS
