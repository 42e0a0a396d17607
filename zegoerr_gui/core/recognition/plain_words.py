"""Words that stand beside a code in plain prose and name nothing: of European languages, in lower case."""

from typing import Final

_WORDS: Final = """
a abajo abbiamo about acaba acontece actually acusa acusando acusou ada adalah además affichait affiche afișează after
afterwards again agora ah ahi ahora aka albo aldı aldık aldım alert algo alguem alguien all alles alli allora almost
alors already also although altijd altro always alındı alıyor alıyorum alıyoruz am ama an ancak anche ancora and
annoying another anschließend answer answers antaa antes any anybody anymore anyone anything anywhere apare aparece
aparecen aparecendo apareceu aparecia aparecieron apareció aparecía apenas apparait appare appear appeared appearing
appears apresenta apresentou après aqui are arroja arrojó arunca aruncă as asap at atau ate atiyor atti attı até atıyor
auch auf aunque ausgelöst aussi aussitôt außerdem avant avec aveces avez avons back bad bam bang banner basically
basiyor bazen be because becco becomes bedankt bedeutet been before began begin begins bei beim bekam bekamen bekomme
bekommen bekommst bekommt bez bien bir bitte bonjour boom both bring brings brièvement brought btw bu but by był była
było báo bị c'est cada cai caiu callback callbacks called calling came can capita catch catches catching caught cause
caused causes caía ce ceci cela certainly ces cet cette cheers chez cho chucked chucks ciao code com comes coming
common como compare comparso complaining complains con console constant constantly continued continues continuously
could coupe crache crash crashed crashes cuando current czasem czemu czesc często código d'abord da daarna dabei daha
damn dan danach dando danke dann dans dapat dapatkan dapet dar darauf daraufhin dari das dat davor dazu de dedi
definitely deliver delivers den dengan denna depois depuis der des described desde despite después detta deu devam
devolvia devtools devuelve deze di dialog dice dicen dico did die diese dieser dieses different disent dispara disparou
dit diye diyor diz dizem dla dlaczego do dob doch documented does doit donne donnent dopo dostaje dostajemy dostaję
dostał dostávám dostáváme du due dunno during dus dyker dzieki dà dá dès döndü dönüyor dönüyoruz düştü düşüyor e each
eats eben ebenfalls echoue ediyor ediyoruz eerst eh ein eine either el elle eller else emits emitted emitting en encore
end ended ending ends ensuite entonces então erhalten erhält erreur error erscheint erschien erst es esce escono est
esta este estos estoura estourou et etre etwas even event events eventually ever every everybody everyone everything
everywhere exactly explain explained explains failed failing fails failure faire fait fakat faut few fica fick ficou
fikk finalement finalmente fine fires first fixed fois for forever frequent from från fyi får för fırlattı fırlatıyor
gab gaf gav gave gdy geeft geen geldi gelir geliyor gelmeye ger gerade get gets getting geworfen gezeigt gibt give
gives giving gleich goes gone gonna good gooide gooit got gotta grabbed grabbing grabs gracias grazie gruss gördük
gördüm görüyorum görüyoruz gösteriyor gặp haben had hala hallo halo handle handler handles happen happened happening
happens has hasta hat hata hatası hatte have hay he heisst heittää hello hep her here hi him himself hit hits hiện hm
hmm hoe hola hopefully how hoặc huh hází i idk iemand if ignore ignores ile ils im imho immediately immer imo in
indique ini instantly instead intermittently into is isn't ist it it's its itself itu için j'ai ja jamais jedes jedoch
jemand jest jetzt joga jogou juga just kadang kam kamen kapok kapunk kassieren kassiert kastar kaster ke keeping keeps
keer keluar kembalikan kena kenapa kept khi kibana kiedy known kodu kodunu kommer kommt komt kreeg kregen krijg krijgen
ktos kwam la lalu lance lancia lanciato lancé landen landet lanza lanzó lança lançou las last later latest le leads
leci leciał led leider les leva levo levou levé liefern liefert lieferte lieferten lijkt like likely listed literally
lmao logged logging logo logs lol looks lors lorsque los lub luego là lève lỗi mai mainly maintenant makasih mal malah
manchmal manda many mapped marca marcaba marcó mas maybe me mean meaning means meant meanwhile med melden meldet
meldete meldeten meldung melempar mendapat mengapa mentioned merci mesma mesmo message met mi mientras mine minus misma
mismo mit mohon moin more morning most mostly mostra mostro mostrou mu muestra muncul my myself naar nach nada nadie
nasil nearly neden nein neither nessuno never new next nhảy nhận nic nicht nichts nie niemals niemand niente niet niets
nigdy nikt ninguem niye no nobody noch nochmal none nooit noone nope not noted nothing nous now nu nun nunca nur này
näyttää o obrigado obtengo obtenons obtenu obtienen obtient obtuve obtuvo occasional occurs och också ocorre ocurre
ocurren od odd oddly oder of oft often oh ohne oi ok ola old oldu olur oluyor omg on once one onerror only ont ook oops
or ora oraz other otherwise otra otro otros otrzymujemy otrzymuję ottengo ou our ours out outra outro over palauttaa
par para parfois pas pasa pasan passiert passierte pega pegamos pego pegou pendant per perche perhaps permanent pero
persistent peut plante please pls plus plz plötzlich poi pojawia pokazało pokazuje pone ponen pop popped popping pops
popup por porem porque potem prende prendo preso previous prima primero primesc primim printed printing prints probably
promise prosze pues puis pukes qualcuno quand quando que questa questo qui quoi ra raised raises raising randomly
rarely rc read reads really recebe recebemos recebo receive received receives receiving recent recevait recevons recibe
reciben recibimos recibió recibo reject rejected rejection rejects remained remains renvoie renvoyait renvoyé replies
reply report reported reporting reports res resolved resolves response restituisce restituito resulted resulting
results ret retorna retornou retourne retries retry returned returning returns retval revient reçois reçoit reçu riceve
riceviamo ricevo ricevuto right roughly rzuca rzucił s'affiche saa saan sadece sadly said sait sale salen salió salta
saltan salut same sans saw say saying says schmeisst schmeißt schon screams sebelum second see seeing seems seen sees
sehen seit sekarang selalu selten sem sempre semua sentry senza ser sera sering servus setelah showed showing shown
shows sieht siempre sigue siguen simdi simply sin since sino się snackbar so sofort solo solta solto soltou soltó
solved some somebody someone something sometimes somewhere soms sonra sonst sont soudain souvent sowie spat spewed
spews spit spits spuckt staat stand start started starts stattdessen status stayed stays steeds steht still stop
stopped stopping stops stp straight strange strangely subito succede such sudden suddenly suelta sur sure surely surge
surgem survient svp sólo są ta tab tabs también também tapi taucht tekrar tells temos temps ten tenemos tengo tenho
teraz terus tetap też than thanks that thats the their theirs them then there these they thing things third this tho
those though thought threw thrice throw throwing thrown throws thx thì tidak time times tira tiran tiró to toast toch
toda todas today todo todos told tolong toma tomando tombe tombent tombé tomei tomo tomou too toonde toont tossed
tosses toujours treat treats trả tudo tutto twice từ ugh uh ukazuje um un una und unfortunately unknown unless unter
until untuk up update upgrade us uscito uscì usually utan vaak valeu van var ve veces vede vediamo vedo vedono vem
vemos veo verdi verir veriyor veriyordu verscheen verschijnt very veut veya vez veze via vieram vinha visar viser
visszaad voici voient voila voit volta vom von voor vous vrací vuelve vyhodí và văng về với waarom wanna wanneer warf
warn warns warum was wat we weird weirdly wel wenn werden were weshalb what when whenever where whether which while
whines who why wie wieder wiederum wieso will wird wirft with without would wow wszystko wtedy wtf wurde wyrzuca
wyskakuje wyskoczyl wyskoczył wyświetla y yang yeah yep yes yesterday yet yg yield yields yine yok you your yours z zag
zawsze zegt zeigt zeigte zeigten zien ziet znowu zonder zu zuerst zum zunächst zur zwraca zwrócił çıkıyor ír über đó
şimdi şu вернул видел видим вижу возвращает выдает выдал выдаёт вылетает вылетел затем кидает кинул ловим ловлю падает
поймал получаем получает получаю получил получили потом прилетает прилетел приходит сначала только упало
"""

PLAIN_WORDS: Final = frozenset(_WORDS.split())
