"""Words of other worlds than streaming: trade, banks, machines, games, offices. Of the languages customers write.

A text with more of them than of streams and cameras is hardly about this SDK. None stands here that people who stream
use among themselves: a shop, a teacher or a doctor may well do.
"""

import re
from typing import Final

_TRADE: Final = """
barcode basket coupon courier customs discount freight inventory invoice invoiced merchant newsletter parcel
purchase purchased refund reseller retailer shipment shipped shipping sku supplier trolley vat voucher warehouse
bestellnummer bestellung kundennummer lager lieferschein lieferung lieferant mahnung rechnung rechnungsnummer versand
colis facture fournisseur livraison remboursement albarán almacén factura proveedor reembolso encomenda estoque fatura
fornecedor boleto bolletta fattura fornitore magazzino spedizione bestelling factuur levering verzending kargo sipariş
tedarikçi faktura magazyn paczka przesyłka zamówienie kurir pesanan tagihan накладная поставка посылка склад
счёт-фактура заказ заказа договор договора доставка оплата
"""
_MONEY: Final = """
bank banks bitcoin btc counterparty creditor crypto debit debitor debtor declined dividend ethereum fiscal iban
insurance insurer ledger loan mortgage payee payment payments payroll pension salary sepa tax taxes usdt wallet
beleg buchung forderungen gehalt gläubiger konto kontonummer kreditor lastschrift mandat steuer steuernummer überweisung
versicherung assurance banque impôt impôts prélèvement virement banco hipoteca impuesto transferencia imposto
banca bonifico imposta belasting verzekering banka havale vergi podatek przelew ubezpieczenie банк налог перевод
"""
_MACHINES: Final = """
boiler brake bluetoothd cnc compressor conveyor diesel elevator forklift fuel gearbox hydraulic inverter
mileage modbus odometer oil overvoltage pcb plc printer pump scada servo spindle thermostat toner torque turbine
undervoltage valve vehicle vin voltage weld drucker getriebe netzspannung imprimante impresora impressora stampante
yazıcı drukarka принтер станок
"""
_GAMES: Final = """
armor armour boss bosses dungeon guild headband helmet loot mana minecraft npc potion quest raid steam sword weapon
gilde zauber
"""
_OFFICES: Final = """
airline ballot booking bugzilla census court expediente flight isbn landlord lawsuit luggage
passenger passport patent railway reservation scholarship statute tenancy trademark visa voter
aktenzeichen antrag ausweis behörde matrikelnummer impôts beca trámite matrícula cartório
paszport umowa wniosek паспорт
"""
_SCIENCE: Final = """
antibody arithmetic assay chromosome dosage enzyme gene genome isotope medication molecule palindrome
pharmacy pmid polynomial prescription prime primes protein theorem vaccine
"""
_MAKERS: Final = """
amex dhl ebay epson fanuc fedex fortnite garmin kyocera lexmark magento mastercard nintendo paypal playstation ricoh
roblox sap shopify siemens stripe tesla woocommerce xbox xerox
"""
_SYSTEMS: Final = "bios ext4 fsck gradle gdm kafka ldap selinux smtp spooler tablespace zookeeper"
_OTHERS: Final = frozenset((_TRADE + _MONEY + _MACHINES + _GAMES + _OFFICES + _SCIENCE + _MAKERS + _SYSTEMS).split())
UNSPACED_OTHERS: Final = re.compile(
    r"订单|订购|快递|发票|运单|物流|退款|转账|银行|余额|库存|仓库|商品|贷款|保险|道具|背包|副本|学号|成绩|考试|胶囊|药品|打印机|股票|彩票|"
    r"流水|合同|工单|契約|注文|請求書|銀行|在庫|保険|印刷|주문|배송|결제|은행|환불|보험|"
    r"hóa đơn|đơn hàng|chuyển khoản|khách hàng|فاتورة|شحنة|طلبية|ใบเสร็จ|พัสดุ"
)


def is_of_other_world(word: str) -> bool:
    """Whether a word without capitals, in the singular or with an s, is one of another world."""
    return word in _OTHERS or word.removesuffix("s") in _OTHERS
