"""Words of other worlds than streaming: trade, banks, machines, games, offices. Of the languages customers write.

A text with more of them than of streams and cameras is hardly about this SDK. None stands here that people who stream
use among themselves: a shop, a teacher or a doctor may well do.
"""

import re
from typing import Final

_TRADE: Final = """
albarán almacén barcode basket bestelling bestellnummer bestellung boleto bolletta colis coupon courier customs
discount encomenda estoque factura facture factuur faktura fattura fatura fornecedor fornitore fournisseur freight
inventory invoice invoiced kargo kartenterminal kasse kassenbon kassensoftware kundennummer kurir lager levering
lieferant lieferschein lieferung livraison magazyn magazzino mahnung merchant newsletter paczka parcel parking pesanan
proveedor przesyłka purchase purchased radiology rechnung rechnungsnummer reembolso refund remboursement reseller
retailer shipment shipped shipping sipariş sku spedizione supplier tagihan tedarikçi trolley vat versand verzending
voucher warehouse zamówienie договор договора доставка заказ заказа накладная оплата поставка посылка склад
счёт-фактура
"""
_MONEY: Final = """
aangifte assurance atm banca banco bank banka banks banque belasting belastingkantoor beleg bitcoin bonifico btc
buchung counterparty creditor crypto debit debitor debtor declined dividend ethereum finanzamt fiscal forderungen
gehalt geldautomat gläubiger havale hipoteca iban imposta imposto impuesto impôt impôts insurance insurer konto
kontonummer kreditor lastschrift ledger loan mandat mortgage nachzahlung payee payment payments payroll pension
podatek przelew prélèvement salary sepa steuer steuerbescheid steuernummer tax taxes transferencia ubezpieczenie usdt
vergi versicherung verzekering virement wallet überweisung банк налог перевод
"""
_MACHINES: Final = """
aufzug bluetoothd bmw boiler brake bulaşık canon cartridge cnc compressor conveyor copier diesel dishwasher drucker
drukarka elevator forklift fridge fritz!box fritzbox fuel fuser gearbox getriebe heizung honda hydraulic impresora
impressora imprimante inverter kia kühlschrank laserjet lavadora lavatrice lave-linge microondas microwave mileage
modbus netzspannung nevera odometer oil oven overvoltage pcb plc printer pump refrigerator scada servo spindle
spülmaschine stampante thermostat toner torque toyota turbine undervoltage valve vehicle vin volkswagen voltage
waschmaschine washing weld yazıcı çamaşır лифт принтер станок стиральная холодильник
"""
_GAMES: Final = """
armor armour dungeon guild headband helmet loot mana minecraft npc potion quest raid steam sword weapon
gilde zauber
"""
_OFFICES: Final = """
airline aktenzeichen antrag ausweis ballot beca behörde booking bugzilla cartório census court expediente flight
impôts isbn landlord lawsuit lotto luggage matrikelnummer matrícula passenger passport paszport patent railway
reservation scholarship statute tenancy trademark trámite umowa visa voter wniosek паспорт
"""
_SCIENCE: Final = """
antibody arithmetic assay chromosome dosage enzyme gene genome isotope medication molecule palindrome
pharmacy pmid polynomial prescription prime primes protein theorem vaccine
"""
_MAKERS: Final = """
amex dhl disney ebay epson fanuc fedex fortnite garmin hulu kyocera lexmark magento mastercard netflix nintendo paypal
playstation ricoh roblox sap shopify siemens spotify stripe tesla woocommerce xbox xerox
"""
_SYSTEMS: Final = "bios bsod outlook ps4 ps5 ext4 fsck gradle gdm kafka ldap selinux smtp spooler tablespace zookeeper"
_OTHERS: Final = frozenset((_TRADE + _MONEY + _MACHINES + _GAMES + _OFFICES + _SCIENCE + _MAKERS + _SYSTEMS).split())
UNSPACED_OTHERS: Final = re.compile(
    r"订单|订购|快递|发票|运单|物流|退款|转账|银行|余额|库存|仓库|商品|贷款|保险|道具|背包|副本|学号|成绩|考试|胶囊|药品|打印机|股票|彩票|洗衣机|冰箱|空调|电梯|发动机|"
    r"訂單|訂購|快遞|發票|運單|物流單|貨運|轉帳|轉賬|餘額|庫存|倉庫|貸款|保險|包裹|學號|成績|考試|印表機|洗衣機|冰箱|電梯|"
    r"流水|合同|契約|注文|請求書|銀行|在庫|保険|印刷|洗濯機|エアコン|주문|배송|결제|은행|환불|보험|세탁기|냉장고|엘리베이터|"
    r"hóa đơn|đơn hàng|chuyển khoản|khách hàng|فاتورة|شحنة|طلبية|ใบเสร็จ|พัสดุ"
)


def is_of_other_world(word: str) -> bool:
    """Whether a word without capitals, in the singular or with an s, is one of another world."""
    return word in _OTHERS or word.removesuffix("s") in _OTHERS
