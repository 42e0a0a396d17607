"""Words that stand beside a code in plain prose and name nothing: of European languages, in lower case."""

from typing import Final

_WORDS: Final = """
a abajo abbiamo about acaba acontece actually ada adalah además affichait affiche after afterwards again agora ah ahi
ahora aka albo alert algo alguem alguien all alles alli allora almost alors already also although altijd altro always
alıyorum alıyoruz am ama an ancak anche ancora and annoying another anschließend answer answers antes any anybody
anymore anyone anything anywhere aparece aparecen apenas apparait appare appear appeared appearing appears après aqui
are as asap at atau atiyor atti até auch auf aunque ausgelöst aussi aussitôt außerdem avant avec aveces avez avons
back bad bam bang banner basically basiyor bazen be because becomes bedankt bedeutet been before began begin begins
bei beim bekam bekamen bekomme bekommen bekommt bez bien bir bitte bonjour boom both bring brings brièvement brought
btw bu but by był była było báo bị c'est cada cai caiu callback callbacks called calling came can capita catch caught
cause caused causes ce ceci cela certainly ces cet cette cheers chez cho ciao code com comes coming common como
compare complaining complains con console constant constantly continued continues continuously could coupe crash
crashed crashes cuando current czasem czemu czesc często código d'abord da daarna dabei daha damn dan danach dando
danke dann dans dapat dapet dar darauf daraufhin dari das dat davor dazu de dedi definitely deliver delivers den
dengan denna depois depuis der des described desde despite después detta deu devam devtools devuelve deze di dialog
dice dicen dico did die diese dieser dieses different disent dit diye diyor diz dizem dla dlaczego do doch documented
does doit donne donnent dopo du due dunno during dus dzieki dà dá dès dönüyor e each eben ebenfalls echoue ediyor
ediyoruz eerst eh ein eine either el elle eller else emits emitted emitting en encore end ended ending ends ensuite
entonces então erhalten erhält erreur error erscheint erschien erst es esce escono est esta este estos et etre etwas
even event events eventually ever every everybody everyone everything everywhere exactly explain explained explains
failed failing fails failure faire fait fakat faut few fica fick ficou finalement finalmente fine fires first fixed
fois for forever frequent from från fyi får för gab gaf gave gdy geeft geen geldi gelir geliyor gelmeye ger gerade get
gets getting gezeigt gibt give gives giving gleich goes gone gonna good got gotta gracias grazie gruss gösteriyor
haben had hala hallo halo handle handler handles happen happened happening happens has hasta hat hata hatası hatte
have hay he heisst hello hep her here hi him himself hit hits hiện hm hmm hoe hola hopefully how hoặc huh i idk iemand
if ignore ignores ile ils im imho immediately immer imo in indique ini instantly instead intermittently into is isn't
ist it it's its itself itu için j'ai ja jamais jedes jedoch jemand jest jetzt juga just kadang kam kamen ke keeping
keeps keer keluar kena kenapa kept khi kibana kiedy known kodu kodunu kommt komt kreeg krijg krijgen ktos kwam la lalu
lanza las last later latest le leads leci leciał led leider les liefert lieferte lijkt like likely listed literally
lmao logged logging logo logs lol looks lors lorsque los lub luego là lỗi mai mainly maintenant makasih mal malah
manchmal manda many mapped marca marcaba mas maybe me mean meaning means meant meanwhile med melden meldet meldete
meldung mengapa mentioned merci mesma mesmo message met mi mientras mine minus misma mismo mit mohon moin more morning
most mostly mostra mostro mostrou mu muestra muncul my myself naar nach nada nadie nasil nearly neden nein neither
nessuno never new next nic nicht nichts nie niemals niemand niente niet niets nigdy nikt ninguem niye no nobody noch
nochmal none nooit noone nope not noted nothing nous now nu nun nunca nur này o obrigado obtengo obtienen obtient
occasional occurs och också ocorre ocurre ocurren od odd oddly oder of oft often oh ohne oi ok ola old oldu olur
oluyor omg on once one onerror only ont ook oops or ora oraz other otherwise otra otro otros otrzymujemy otrzymuję
ottengo ou our ours out outra outro over par para parfois pas pasa pasan passiert passierte pendant per perche perhaps
permanent pero persistent peut plante please pls plus plz plötzlich poi pojawia pone ponen pop popped popping pops
popup por porem porque potem previous prima primero printed printing prints probably promise prosze pues puis qualcuno
quand quando que questa questo qui quoi ra raised raises raising randomly rarely rc read reads really recebe recebemos
recebo receive received receives receiving recent recevons recibe reciben recibimos recibo reject rejected rejection
rejects remained remains renvoie replies reply report reported reporting reports res resolved resolves response
restituisce resulted resulting results ret retorna retourne retries retry returned returning returns retval revient
reçoit riceve riceviamo right roughly s'affiche sadece sadly said sait sale salen salió salta saltan salut same sans
saw say saying says schon screams sebelum second see seeing seems seen sehen seit sekarang selalu selten sem sempre
semua sentry senza ser sera sering servus setelah showed showing shown shows sieht siempre sigue siguen simdi simply
sin since sino się snackbar so sofort solo solved some somebody someone something sometimes somewhere soms sonra sonst
sont soudain souvent sowie spat spit spits staat stand start started starts stattdessen status stayed stays steeds
steht still stop stopped stopping stops stp straight strange strangely subito succede such sudden suddenly sur sure
surely surge surgem survient svp sólo są ta tab tabs también também tapi taucht tekrar tells temos temps ten tenemos
tengo tenho teraz terus tetap też than thanks that thats the their theirs them then there these they third this tho
those though thought threw thrice throw throwing thrown throws thx thì tidak time times tira tiran to toast toch toda
todas today todo todos told tolong tombe tombent too toont toujours treat treats tudo tutto twice từ ugh uh um un una
und unfortunately unknown unless unter until untuk up update upgrade us uscito usually utan vaak valeu van var ve
veces vede vediamo vedo vedono vem vemos veo verdi verir veriyor veriyordu very veut veya vez veze via vieram vinha
visar voici voient voila voit volta vom von voor vous vuelve và với waarom wanna wanneer warf warn warns warum was wat
we weird weirdly wel wenn werden were weshalb what when whenever where whether which while whines who why wie wieder
wiederum wieso will wird wirft with without would wow wszystko wtedy wtf wurde wyskakuje wyskoczyl y yang yeah yep yes
yesterday yet yg yield yields yine yok you your yours z zag zawsze zegt zeigt zeigte zien ziet znowu zonder zu zuerst
zum zunächst zur çıkıyor über đó şimdi şu затем потом сначала только
"""

PLAIN_WORDS: Final = frozenset(_WORDS.split())
