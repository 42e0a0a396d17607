"""Words for things that have numbers of their own: orders, rooms, prices, sizes. Of the languages customers write."""

import re
from typing import Final

from zegoerr_gui.core.recognition.other_mentions import is_general
from zegoerr_gui.core.recognition.other_numbers import GENERAL, head_of, is_nobodys_number, names_numbers_owner

_WORDS: Final = """
aantal abbonamento abo abonado abonent abonnee abonnement abonné account adet agence aisle akun alumno amount anfrage
apartment appid applicant appointment apólice article articolo articulo artigo artikel artículo asiento assento asset
assinante atm auftrag autobús badge balance barang barcode batch bedrag beleg benutzer benutzernummer bestelling
bestellung betrag bilet bin bitrate boleta boleto bonifico booking boss boutique branch buchung build building
buildnumber bus byte bytes cabang campaign candidate cantidad captcha car cartao carte cartão case caso cedula
cellulare celular cena center centre chamado chambre changeset channel chapter checksum cheque chunk city claim client
classes cliente clientes cnpj coins colis commande commessa commit compra comprobante comprovante compte consignment
conta container conto contract contrat contrato contratto conversation count counter coupon course cpf cr crc cuenta
cursor customer cédula delivery delta demande depot depósito device dipendente district dni document dossier dosya
draw driver dts ean empleado employee employé epic episode exp ext expediente extension factura facture factuur faktur
faktura faktury fare fattura fatura fax file filiaal filial filiale filing fiyat flight flug folio form fragment frame
funcionario funcionário gate gebruiker gift gold guest guía habitacion habitación handy harga hasta hearing hesap hits
host hp id ids importe importo incidencia index invoice isbn issue item items jitter job kaart kamar kamer karte kartu
karyawan kennzeichen key kiosk klant klantnummer klient klienta koltuk konta konto kontrak kreditor kullanici
kullanıcı kunde kundennummer kundin kursi kvittering kwota latency leerling length lesson level licence licencia
license lieferschein lira listing lock locker loja lot lote lotto machine magasin mahasiswa mandat material matricola
matricula matricule matrícula mağaza medewerker meeting member membership menge merchant message meter milestone
mitarbeiter mob mobile model monster montant monto mr musteri móvil müşteri negozio nim nip no node nomer nomor npc nr
nro numara numarasi numarası number numéro nutzer número object oda odası offered offset openid orden order orderid
ordine otp outlet paciente packet page paragraph parcel part pasien passport password patient payment paziente pedido
pedidos pelanggan pengguna permintaan permit personel pesanan phone phòng pid pin pipeline plate playlist plot pokoju
pokój policy polis polisa poliza polizza poliçe population port portable pos postal postcode pr pracownik pracownika
pratica precio preis prenotazione prezzo preço price priceid prijs prix proc process processo product project
projector protocollo protocolo pts póliza qq quantidade quantity quantità quantité quarto quest quittung quotation
quote ranking rating raum receipt rechnung recibo recipe recording ref reference referencia referentie refund register
rekening replay request reserva reservasi reservation reservering resi rev revision rezervasyon rezerwacja rezerwacji
reçu ricevuta richiesta rider riferimento room roomid route row rssi rtt ruangan référence réservation sala salle
salon schüler score scored seat seed segment sensor seq sequence serial serialno session sessionid shelf shipment
shipping siparis sipariş siparişi siswa site size siège skill sklep sklepu sku solicitação solicitud sprawa sprawy
sprint ssrc staff stanza statement station store stream streamid student studente subscriber subscription sucursal sum
sözleşme sđt table tag tarjeta task tel telefon telefone telefono telefonu telefoon telepon teléfono tenant terminal
tessera thoại thread ticket tienda tiket toko total track tracking train tram transaction transfer transferencia trip
ts tutar téléphone uid umowa umowy upc user userid usuario usuário utente utilisateur użytkownik użytkownika valor
vehículo verse version versioncode vertrag viewer viewers vin virement visitor vlucht volo voo vorgang voucher vuelo
wa ward waybill wechat winkel wohnung zaak zamówienia zamówienie zapytanie zgłoszenia zgłoszenie zimmer zip élève
étudiant öğrenci überweisung ürün đơn şube абонент абонента артикул билет билета брони бронь договор договора договору
договір заказ заказа заказе заказом замовлення карта карты квартира клиент клиента клиенту клієнт комната комнате
комнату комнаты кімната кімнати магазин магазина номер пользователь пользователя рахунок рейс сотрудник студент сумма
счет счета счету счёт телефон телефону ученик филиал цена البطاقة التذكرة الحجز الحساب الزبون السعر الطالب الطلب العقد
العميل الغرفة الفاتورة الفرع المبلغ المتجر المستخدم الموظف الهاتف جوال جوالي رقمي طلب غرفة هاتف هاتفي
assignment conv firmware heap заявка заявки заявку
"""
_THINGS: Final = frozenset(_WORDS.split())
_IDS: Final = frozenset(f"{word}id" for word in (*_THINGS, "app", "chat", "group", "live", "msg", "song"))
_COUNTED_WORDS: Final = """
clicks coins credits downloads fans followers gifts hits hours impressions likes minutes points viewers views
aufrufe benutzer kunden minuten münzen nutzer punkte räume stunden zimmer zuschauer espectadores horas minutos monedas
moedas pontos puntos visualizaciones visualizações clienti minuti monete ore punti spettatori stanze utenti pièces
spectateurs minuty monety pokoje punkty użytkownicy widzów dakika izleyici kullanıcılar odalar menit penonton
заказы зрителей зрители клиенты комнаты минут минуты монет монеты очков пользователи просмотров
الغرف المستخدمين
人数 人數 分数 分钟 回数 总数 总额 數量 数量 时长 時長 次数 次數 积分 總數 观看 視聴者数 金币 金幣 金額 金额
시청자 조회수
"""
_MANY: Final = frozenset(_COUNTED_WORDS.split())
_FIELD_WORDS: Final = """
address app assignee author balance budget company cost date delay depth distance doi elapsed elevation expires height
interval length line login magic max memory min modified name org organisation organization owner password pid qty rank
rate reporter requester revision salary school sender shop signature size speed tax temperature time timestamp
tz updated username value version volume weight width
nombre empresa fecha nome data nom société name firma datum größe имя дата компания размер ad isim tarih nama tanggal
版本 大小 长度 長度 密码 密碼 姓名 公司 项目 項目 应用 應用 流量 耗时 时间 時間 时间戳 日期 地址 名前 会社 이름 회사
"""
_FIELDS: Final = frozenset(_FIELD_WORDS.split())  # of forms and statistics, which give each a value
_COMPOUND: Final = re.compile(
    r"(?!fehler|error|fel|feil|fejl|fout|status)[^\W\d_]{3,}(?:nummer|nummern|nr)"
)  # Raumnummer
_ID: Final = re.compile(
    r"[a-z0-9](?:_id|Id|ID|_no|No)s?\Z|\A[A-Z]+(?:_ID|ID|_NO)\Z|\A(?!err)\w+\.id\Z|\A(?:PO|SR|WO|RMA|INC|CHG|KB|HRB|OC|NF)\Z"
)
_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAMES: Final = re.compile(r"\w\s*[:=]\s*[\"'(`*]*\Z")  # a name and the sign between it and its value
_LAST: Final = re.compile(
    r"([^\W\d_][\w.]*)(?:\s?\([\w ]{1,20}\)(?=\s?[:=]))?"
    r"[\"'`*]*(?:\s?(?:[:：#=|]+|\.)\s*|\s?)(?:\b(?:is|was|still|now|called|named|today|just|actually|(?:ends?|begins?|starts?)\s+with|"
    r"set|to|saya|kami|kita|nya|memang|adalah|yaitu|itu|hai|ist|lautet|est|es|è|é|jest|hala)\s+)*(?:为|是)?\s?[\"'(`*]*\Z"
)
_COUNTED: Final = re.compile(r"(?<![\w.])[0-9]{1,4} \w+\s*\Z")  # more than 12 streams 1104045
_MEASURED: Final = re.compile(r"(?<![\w.:=])[0-9]{1,4} \w+(?: ?\([^()]{1,20}\))?: ?\Z")  # 300 bytes: 1002010
_ASCII_END: Final = re.compile(r"^.*[\u3040-\uffff]([A-Za-z]\w*)$")
_CALL: Final = re.compile(
    r"\b(?:call|phone|ring|text|reach|whatsapp) (?:me|us)(?: back)?(?: (?:at|on|under))?:? \Z", re.I
)
_SHORTEST_PLURAL: Final = 3
_OF_SDK: Final = re.compile(  # what the SDK does, and no thing of the customer's
    r"\b(?:mix(?:er)? task|(?:my|our|(?:when|while|on|after|if|once|upon)(?: \w+){0,2}) (?:enter|join|leav|log)\w*"
    r"(?: (?:in|into|to|the|a|my|our))* room)\W*\Z",
    re.I,
)
_ROOM_IS: Final = re.compile(r"(?:^|[.!?,]\s)(?:a|la) (?:sala|aula) [^.:;!?\d]{0,40}\b(?:é|es|è) l?a \Z", re.I)
_CJK: Final = re.compile(
    r"(?:[\u4e00-\u9fff][号號]码?|番号|部屋|ルーム|ユーザー|订单|訂單|工单|工單|账[户单]|直播[间間]|帐户|帳戶|商户|商戶"
    r"|房间?|批次|流水|用户|合同|电话|手机|城市|价格|金额|数量|商品|品番|電話|手機|用戶|價格|金額|數量|群|微信|번호"
    r"|版本|[人总次]数|[人總次]數|时长|時長|[礼禮]物|金[币幣])"
    r"(?<!错误号)(?<!错误编号)"
    r"(?<!錯誤碼)(?<!錯誤號)(?<!錯誤編號)(?<!錯誤代碼)(?<!代碼)(?<!狀態碼)"
    r"(?<!报错号)(?<!信号)(?<!エラー番号)(?<!오류번호)(?<!오류 번호)"
    r"[\s:：#=]*(?:为|是|は)?(?:(?<=号[是为])\s|(?<=番号は)\s)?[\"'(`*]*\Z"
)


def is_other_thing(words: str) -> bool:
    """Whether a text ends in the word for a thing that has a number: what follows is that thing's."""
    if names_numbers_owner(words) or _ROOM_IS.search(words):
        return True
    head = head_of(words)
    if head in _THINGS and head not in GENERAL:
        return True
    word = _last_word(words)
    if not word or _OF_SDK.search(words) or _MEASURED.search(words):
        return False
    if is_nobodys_number(words, _THINGS):
        return False
    named = _is_thing(word, words) or _is_named_for_thing(word, words) or _CALL.search(words) is not None
    return named and not is_general(words)


def is_other_word(words: str) -> bool:
    """The same, but a name that such a word only ends, ``LOCAL_STREAM``, does not count."""
    word = _last_word(words)
    return bool(word) and _is_thing(word, words)


def is_counted(word: str) -> bool:
    """Whether a word is one for several things that have numbers, or are counted: ``rooms``, ``coins``, ``minutes``."""
    folded = word.casefold()
    if folded in _MANY:
        return True
    return folded.endswith("s") and folded != "issues" and folded.removesuffix("s") in _THINGS


def is_field(word: str) -> bool:
    """Whether a word is a label of forms and statistics, whose values can be any number: ``Owner``, ``Width``."""
    return word.casefold() in _FIELDS


def _last_word(words: str) -> str:
    found = _LAST.search(words)
    if found is None or found[1].endswith(".."):  # a thought that breaks off names nothing
        return ""
    word = found[1].rstrip(".")
    return word if word.isascii() else _ASCII_END.sub(r"\1", word)  # 主播uid


def _is_thing(word: str, words: str) -> bool:
    if not word.isascii() and _CJK.search(words):
        return True
    folded = word.casefold()
    if folded in _THINGS or folded in _IDS or _ID.search(word) is not None:
        return True
    if _COMPOUND.fullmatch(folded):
        return True
    several = len(folded) > _SHORTEST_PLURAL and folded.removesuffix("s") in _THINGS  # "was" is no plural of wa
    return several and not _COUNTED.search(words)


def _is_named_for_thing(word: str, words: str) -> bool:
    parts = _PARTS.findall(word) if word.isascii() and _NAMES.search(words) else []
    return len(parts) > 1 and parts[-1].casefold() in _THINGS
