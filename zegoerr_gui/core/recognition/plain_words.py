"""Words that stand beside a code in plain prose and name nothing: of European languages, in lower case."""

from typing import Final

_WORDS: Final = """
a abajo abbiamo about ada adalah además affichait affiche after again agora ahora aka albo alert all allora also
altro always alıyorum alıyoruz am an anche and another anschließend answers any aparece appare appear appeared
appears après are as at atau até auch auf aussi avant avec avez avons back be because becomes been before bei beim
bekomme bekommen bekommt bez bir both bring brings brièvement brought bu but by był była było báo bị c'est callback
callbacks called calling came can catch caught ce ces cet cette chez cho code com comes coming como compare
complains con console constantly continuously could cuando código d'abord da dan danach dann dans dapat dapet dari
das dat davor dazu de deliver delivers den dengan denna depois depuis der des desde despite después detta deu
devuelve deze di dialog did die diese dieser dieses different dit diyor dla do does donne dopo du due during dà dá
dès dönüyor e each ein eine either el elle eller else emits emitted en encore ends ensuite entonces então erhalten
erhält erreur error erst es esce est esta este estos et even event events ever every few fick finalmente fires first
fixed fois for from från får för gab gave gdy geeft geliyor ger get gets getting gezeigt gibt give gives giving goes
got gösteriyor haben had handle handles happens has hasta hat hata hatası hatte have he hello hep here hi hit hits
hiện how hoặc i if ignore ignores ile ils im immer in ini instead into is isn't ist it it's its itu için j'ai jedes
jest jetzt juga just kam ke keeps keluar kena khi kiedy kodu kodunu kommt kreeg krijg krijgen la las last le les
like likely logged logging logs looks lors lorsque los lub luego là lỗi mainly maintenant mal malah many mapped mas
maybe me mean meaning means meant med meldet meldete meldung mesma mesmo message met minus misma mismo mit more
morning most mostly mostra muestra muncul my naar nach neither never new next nicht no noch none not noted nous now
nu nur này o obtient occurs och också od oder of often ohne ok old on once one onerror only ook or ora oraz other
otra otro otrzymujemy otrzymuję ottengo ou our out outra outro over par para parfois pas per pero please pls plus
plz poi pojawia popped pops popup por porque previous prima primero printed printing prints probably puis quand
quando que questa questo qui ra raised raises raising rarely read reads recebe recebemos recebo receive received
receives receiving recent recevons recibe recibimos recibo renvoie replies report reported reporting reports retorna
retourne retries retry returned returning returns reçoit riceve riceviamo right s'affiche said sale salen salió same
sans saw say saying says second see seeing seems seen sehen seit sem sempre senza ser showed showing shown shows
sieht siempre sin since się so solo solved some sometimes sonst souvent sowie steeds steht still stops such sudden
suddenly sur sólo są ta tab tabs también também tells temos temps ten tenemos tengo tenho teraz terus też than that
thats the their them then there these they third this tho those though thought threw throw throwing thrown throws
thì time times to toast today told too toont toujours treat treats twice từ un una und unter until untuk up update
upgrade us usually utan van ve veces vediamo vedo vem vemos veo veriyor veya vez veze via vinha visar voit volta vom
von voor vous và với warn warns was we wenn werden were what when whenever where whether which while who why wie
wieder will wird with without would wurde wyskakuje y yang yesterday yet yg yine you your z zawsze zeigt zeigte zien
ziet znowu zonder zu zuerst zum zunächst zur çıkıyor über đó şimdi şu затем потом сначала только
"""

PLAIN_WORDS: Final = frozenset(_WORDS.split())
