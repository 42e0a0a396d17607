"""Words beside a code in plain prose that name nothing: of languages in Latin and Cyrillic script, in lower case."""

from typing import Final

_WORDS: Final = """
3and 3andi a aa aata aate aati abajo abbiamo aber abermals abhi about above abruptly aby acaba acha achha achter
acontece across actually acum acusa acusando acusou acá ada adalah además adesso af affichait affiche afin afișează
after afterward afterwards again against ago agora ah ahi ahora ahí aide aina ainda ainsi aiuto aivan aj aja ajuda ak
aka akan akkor ako aku al ala alatt albo alcuni aldı aldık aldım ale alert algo alguem alguien algum alguma algunas
algunos alguns algún alih all alle alleen allemaal allen allerdings alles alli allora alltid alltså allí almost along
alors already als also alternately alternating although altijd altro always além alındı alıyor alıyorum alıyoruz am
ama aman among an ancak anche ancora and anda andere ang angezeigt anh ani annoying ano another anschließend anstatt
answer answers antaa antes any anybody anyhow anymore anyone anything anywhere anzi apa apabila apakah apare aparece
aparecen aparecendo apareceu aparecia aparecieron apareció aparecía apenas apoi apparait appare apparently appear
appearance appeared appearing appears appena apresenta apresentou après aqui aquí ar ardindan are arey around arre
arriba arriva arrivano arroja arrojó artik arunca aruncă as asap aside assim asta así at atau ate atiyor att atti attı
até atıyor au auch aucun aucune auf aufeinmal aufgetaucht aujourd'hui aun aunque aur ausgelöst aussi aussitôt aux
außer außerdem av avaient avait avant aveam avec aveces avem avete avevo avez avoir avons away ay ayuda az azt azóta
aí aínda aún až ba baad baar back bad badly baik bakit bald balik bam bana bang banner bara bardzo baru bas basically
basiyor bata batao batayein bazen be beaucoup beberapa became because becco becomes bedankt bedeutet been before began
begin begini begins begitu behind bei beide beim being bekam bekamen bekomme bekommen bekommst bekommt bel below belum
bende bene beneath bereits beri berkali beside besides between beyond bez bhai bhaiya bhi bi bien bigla bijna bila
bilkul binnen bir biraz birden biri bisa bisher bitte bizde bize bleef blijft blir blos bloß bo bol bola boleh bonjour
boom both boven briefly bring brings brièvement bro broken brought bs btw bu buat bueno buna bunu but by byl byla bylo
bytla3 był była było bzw báo bên böyle bị c'est c'è ca cada cai caiu callback callbacks called calling came can cand
cannot capita cara care casi catch catches catching caught cause caused causes caía ce ceci cela celle celui certain
certainly certains ces cet cette chal che cheers chez chi cho chucked chucks chyba chưa chị ciao cierto cikiyo cikiyor
cikti circa ciągle clearly co code cok col com combination come comes começou coming comme comment common commonly
como compaiono compare compariva comparso complaining complains con consequently consistently console constamment
constant constantly continua continued continues continuously contre contro contudo correctly cos cosa così could
couldn't coupe coś crache crash crashed crashes csak cu cual cuales cualquier cuando cuja cum cuma cuman cung current
czasem czemu czesc czy często cái când còn có código că cũng d'abord da daarna daarom dabei dado dadurch dafür dagegen
dah daha dahil dahinter dai dal dalam dalej dalla damn dan danach dando dang danke dann dans dapat dapatkan dapet dar
darauf daraufhin dari darunter das dat dati davor daw dazu dazwischen de debe debido deci dedi definitely degil degli
deh dehors dei deja dejó dekat del dele deles deliver delivers della delle dello demás den denen dengan denn denna
dennoch dentro depois depuis der derken derrière derselbe des described desde deshalb despite después dessa desse
desta deste deswegen det detrás detta deu deux devam devolvia devtools devuelve deze değil di dialog dice dicen dichos
dico did die diese dieser dieses difference different dikh dikha dikhata dikhe dikhta din diorang directly direto
disent dispara disparou disso dit dito diya diye diyo diyor diz dizem dla dlaczego dlatego dll dnes do doang doar dob
doch documented does doesn't doit dokud dolayi dolayı donc donde done dong donne donnent dont door doordat dopo dort
dos dostaje dostajemy dostaję dostał dostávám dostáváme dove down drin du duas due dukker dunno dunque duoc dupa după
durante durch during durmadan dus dyker dzieki dzis dziś dà dá där då dès déjà dính dónde döndü dönüyor dönüyoruz
düştü düşüyor dă e each earlier easily eats eben ebenfalls echoue ed ediyor ediyoruz een eerst efter egy eh ei
eigentlich eight eilen ein eine einfach einige einmal either el ela elas eles eli ella elle eller elles ellos else
elsewhere em embargo embora emits emitted emitting en encore end ended ending ends enige enkele ennen ensin ensuite
entonces entre então enz equals er era eram eran erano eres ergens erhalten erhält erneut erreur error erscheinen
erscheint erschien erst erstmal es esa esce escono ese eso esos especially essa esse essere esses est esta estaba
estamos estava este estos estoura estourou estoy está están et etc eto etre ett että etwas eu eux even event events
eventually ever every everybody everyone everything everytime everywhere exact exactly except exclusively exibe
exibindo expected expecting explain explained explains explanation ez ezt eût fa face failed failing fails failure
faire fait fakat falls fast faut fazer fe few fewer fi fica fick ficou fikk finalement finalmente fine fir fires first
five fixed flera foi fois follow followed following follows folyamatosan font for foram forever former four fra
frequent frequently fresh from från fue fueron fyi få får för fără fırlattı fırlatıyor ga gab gaf gak gamit gan gang
ganun ganyan ganz gar gav gave gaya gayi gdy gdzie gedurende geeft geen gefolgt gehad geldi gelegentlich gelir geliyor
gelmeye gemeldet genast genau gene generally ger gerade gesehen gestern get gets getting geweest geworden geworfen
gezeigt gibi gibt gimana gini gisteren git gitu give gives giving già giờ gleich gli go goes gone gonna good gooide
gooit got gotta grabbed grabbing grabs gracias grazie gruss gue guess guys gw gång går gì gördük gördüm göre görüyorum
görüyoruz gösteriyor gặp ha haan haben había hace hacemos had hada hago hai hain hala halla2 hallo halo halt han
handle handler handles hanggang hanno hanya happen happened happening happens hardly hari harus has hasta hat hata
hatası hatte have haven't having hay hayda he heb hebben heisst heittää heißt hela hele hello help hem hemen hemos
hence hep hepsinde her here herself het heti hetzelfde heute hi hic hicimos hien hier highly hij hilang hilfe him
himself hin hindi hingga hinterher his hit hits hiç hiển hiện hlasi hlásí hm hmm hned ho hocam hoe hoga hogaya hogy
hoje hola hopefully hors hos hota hote hoti how however hoy hoài hoặc huh hun hva hvad hver hvis hvorfor hází hâlâ här
hết i i'm i've ia iar iarăși ibland ich ici icin idk iedere iedereen iemand iese iets if igen igjen ignore ignores
igual ihm ihnen ihr ik ikke il ile ils im imho imi immediately immer imo in indeed indique infatti ini initially
inmiddels inny insbesondere insieme instantly instead inte intermittently into invece io irgendwann is ise iska iske
isliye isn't isso ist isto it it'll it's ito itong itp its itself itt itu iyan iyon için j'ai j'avais ja jab jadi
jaise jak jakis jako jamais je jede jedem jeden jeder jedes jedesmal jedoch jee jeg jelenik jemand jen jest jeste
jeszcze jetzt ještě ji jij jika joga jogou joka jos jsem jsme juga jugak jullie junto jusqu'à just juz już já jälkeen
jön k kab kabhi kadang kahi kahit kaisa kaise kak kakak kal kalau kalo kam kamen kami kan kanina kann kanske kanssa
kapag kapok kapunk kar karena karna karne karo kasi kassieren kassiert kastar kaster kat kaya kayo każdy každý kda
kdyz když ke keda keeping keeps keer kein keine keinen kelempar keluar keluarnya kemarin kembali kembalikan kena
kenapa kept kere ketika kez khi khong không ki kibana kiedy kiedyś kimse kind kita kitorang kiya kiye kman knallt
known ko kodu kodunu koi kok koko kol kom kommen kommer kommt komt kon konnte kr kreeg kregen krijg krijgen krne krta
ktory ktos które który kuch kuin kul kun kung kunnen kuten kwam kya kyu kyun kyunki könnt könnte közben l'ho la lado
lagi laging lai lalu lam lama lance lancia lanciato lancé landen landet lang langs langsung lanza lanzó lança lançou
laquelle largely las last lately later latest laut le leads least lebih leci leciał lecz led lediglich leh lei leider
lekin lepas lequel les less let lets leur leurs leva levo levou levé lhe li liefern liefert lieferte lieferten lige
lijkt like likely likha listed literally litt little liye liên lma lmao lo logged logging logo logs loh lol long looks
loro lors lorsque los lots lub luc luego lui lumabas lumalabas luon luôn là là-bas làm lá lässt lève lúc lại lỗi ma
maar macam made magar mai mainly maintenant mais makasih make makes makin making mal malah malgré mam mamy man manche
manchmal manda mange many mapped marca marcaba marcó mas masih masuk matlab mau may maybe me mean meaning means meant
meanwhile med mediante meer meerdere meestal meg megint mehr mehrere mehrfach mein meine meint meistens melden meldet
meldete meldeten melding meldung melempar melulu men mendapat mengapa meno menos mentioned mentre mera merci mere
merely mereu meron mert mes mesh mesma mesmo mesmos message met meu meus mga mi mia middle mie mientras might mij mijn
miksi mikä mil mila milta mimo min mind mindig mine minha minsan minus mio mir mis mish misma mismo misschien missing
mit mitt mittlerweile mixed mo moet mohon moi moin moins molti molto moments mon more moreover morning most mostly
mostra mostro mostrou moze moço może msh mu much muchas mucho muchos muestra muita muitas muito mukaan mulu muncul
munculnya muss mussten must mutta muy my myself myös mà mám máme mãi még même mình mí möglich mü müssen mı mới n'a
n'est na naar naast nach nachdem nada nadal nadie nag naging nagle nah nahi nahin najpierw nak nakikita nam naman
namely namin nampak nang nas nasil natomiast naturally nay ne nearly nebo neden nedeni nedir need nei nein neither nel
nella nem nen není nessa nesse nessun nessuno nesta neste net neu neulich never nevertheless new next ng nga ngay
ngayon ngga nggak nhi nhiều nhu nhung nhé như nhưng nhảy nhận ni nic nicht nichts nie niemals niemand niente niestety
niet niets nigdy nih nikt nila ninguem ninguém niya niye no nobody noch nochmal nog nogal noi non none nonstop nooit
noone nope normal normally nos nosotros nossa nosso nostra nostro not noted nothing notice noticed noticing notre nou
nous nouveau novo now nowy nu nuestra nuestro nul nulla number-one nun nunca nung nur nyt này nálunk näkyy när näyttää
nå något når nè né néha nên nó nếu o obrigado obtengo obtenons obtenu obtienen obtient obtuve obtuvo obviously obwohl
občas occasional occasionally occurring occurs och också ocorre ocurre ocurren od odd oddly oder of off offenbar oft
often oggi ogni også oh ohne oi ok ola olarak old oldu oleh olunca olur oluyor om omdat omg on once onda onde onder
one onerror ones only ono ons ont ontem onto onu onze ook oops op opeens opnieuw opp opposite oppure opět or ora orada
oraz original originally os oss ostatnio other otherwise otra otro otros otrzymujemy otrzymuję ott ottengo ou our ours
out outra outro ovat over overnight own où paano pada padahal pag pak palagi palaging palauttaa pan pani par par-para
parang parce parecchie parecer parfois parmi partly partout pas pasa pasan passiert passierte past pastu pe pedig pega
pegamos pego pegou pela pelo pendant pentru per perche perché perfino perhaps permanent pernah pero persistent
persists però pessoal peu peut peut-être phir piu più plain plante please plenty plots pls plus plusieurs plutselig
plutseligt plutôt plz plötsligt plötzlich po poco pod podczas poi pois pojawia pokazało pokazuje pomoc pone ponen
ponownie pop popped popping pops popup por porad porem porque porqué porquê porém possibile potem potom pouze pořád pq
precisely prende prendo preso presque presumably pretty previous previously pri prima primeiro primeras primero
primesc primește primim prin printed printing prints prior pro probably produced produces producing promise promptly
proprio prosze proč przed przez przy près puede pues puis puisque pukes pulak pun puro può på před při qu'il qu'un
qu'une qua quais qual qualche qualcuno quale quali quand quando quanto quasi que quel quelle quelli quello quelquefois
quelques quem questa questi questo qui quickly quien quite quién quoi qué ra ragazzi raha rahe rahi raised raises
raising randomly rare rarely rather raus raz razy rc read reads really recebe recebemos recebo receive received
receives receiving recent recently recevait recevons recibe reciben recibimos recibió recibo recién regarding reject
rejected rejection rejects related relevant remained remains renvoie renvoyait renvoyé repeated repeatedly replies
reply report reported reporting reports reproduce reproduced reproduzierbar res resolved resolves response restituisce
restituito result resulted resulting results ret retorna retornou retourne retries retry returned returning returns
retval revient reçois reçoit reçu rha rhe rhi riceve riceviamo ricevo ricevuto right roi rond roughly roz rund rzuca
rzucił rögtön rồi s'affiche s-a sa saa saamme saan saat sab sabhi sabi sabko sadece sadly sahaja sahi said sait saja
saje sale salen salió salta saltan salut sama same samen samma samme sampai sans sao sarà sau sauf saw say saya saying
says schmeisst schmeißt schon screams se sea sebelum second sedan sedang see seeing seemed seems seen sees según sehen
sei seit seitdem sekali sekarang selalu selam selama selbst seldom selon selten sem semalam sembra semenjak sempre
semua sen sendiri sentry senza seperti ser sera sering serio servus ses setelah setiap seu seulement seus several
shall she shortly shou should showed showing shown shows shu si sia siamo siapa sich siden sido sie sieht siempre
siendo sigo sigue siguen siguiente sih sila sim simdi similar simply sin since sind sinds sini sino sinon sir sirf
sitten situ six siya się ska skad skąd slightly snackbar so soalnya sob sobald sobre socorro sofort sogar solamente
solely sollte solo solta soltanto solto soltou soltó solved som some somebody somente someone something sometimes
somewhere somit soms son sondern sono sonra sonst sont sonunda soon sopra sorry sort sotto soudain sous souvent soweit
sowie sowohl soy spat specific specifically spesso spewed spews spit spits sporadisch spotted springt spuckt spunta
spuntano spät später spätestens sta staan staat stand stanno start started starts statt stattdessen status stayed
stays steeds steht stesso still stop stopped stopping stops stp straight straks strange strangely strictly stuck su
sua subito subsequently succede such sudah sudden suddenly suelta suis suite sul sulla sunt suo supaya suppose sur
sure surekli surely surge surgem surprisingly survient sus svp sya são så sí sólo sürekli să są sık sẽ ta taas tab
tabs tadi tady tai tak takde také także tale tam también também tampoco tandis tanti tanto tantôt tapi tapos tauchen
taucht tava tayeb tayo te ted tegen tekrar tekrardan telah telkens telle tellement tells tem temos temps ten tenemos
tengo tenho tentang ter teraz terjadi terkadang ternyata terug terus terwijl tes tetap teď też tha than thanks that
thats thay the theek their theirs them themselves then theo there thereafter therefore these they thi thik thing
things think third thirdly this tho thoi those though thought three threw thrice through throughout throw throwing
thrown throws thus thx thì thôi thấy tiap tidak tiene tienen tijdens til tilbage till time times tinha tira tiran tiró
to toast toch toda todas today todo todos toen together toh toi told tolong toma tomando tombe tombent tombé tomei
tomo tomorrow tomou ton tonight too toonde toont top tossed tosses tot toujours tous tout toute toutes toward towards
toàn tra tras trava tre treat treats tren tried tries trong trop troppo trotz trotzdem truly try trying très trên trả
tu tudo tulee tuli tum turns tussen tutaj tutta tutte tutti tutto twice two tylko typically tá tämä têm tüm tại tới
tức từ tự u udah ugh uh uit ukazuje ultimately ultimo um uma umas umgehend un un' una unas und under underneath une
unexpected unexpectedly unfortunately unknown unless uno unos uns unser unsere unten unter until untuk up update
upgrade upon upp urgent us uscito uscì used uses using uska uske usted ustedes usual usually usw ut utan utk után uz
uzun už v va vaak vad vagy vai vain vaker valamint valeu vamos van vanaf vandaag vanwege vao var varför varias varios
various varje vay vcs ve veces vede vediamo vedo vedono veel veja vem vemos vengono veo verder verdi verir veriyor
veriyordu vermutlich vers verscheen verschijnt verschwindet verso versus very veut veya vez veze vezes vi via vid viel
vielleicht vielä viene vienen vieram vindo vine vinha virou visar viser vises visszaad você vocês voi voici voient
voila voit volgens volt volta volte vom von voor vooral vorher vorhin vos votre vous vrací vraiment vs vuelve vyhazuje
vyhodilo vyhodí vyskočí và vào välillä vår være vì văng včera však vẫn vậy về với vừa w waar waarbij waarom waiting
wala wale wali walked walla wallah wanna wanneer want wants waren warf warn warns warum was wat watch wciaz wciąż
wczoraj we weer wegen weil weird weirdly weiter weiterhin wel well wenn went wer werd werden were weren't weshalb what
whatever when whenever where whereas whether which whichever while whines who whole whose why widely wie wiec wieder
wiederum wieso wij will wir wird wirft with within without więc wkwk wo woh wohl wollte worden wordt worse worst would
wouldn't wow wraca wrong wszystko wtedy wtf wurde wurden wyrzuca wyskakiwał wyskakuje wyskoczy wyskoczyl wyskoczył
wyszło wywala wywaliło wyświetla während würde x y y-a ya yaani yaar yah yaha yahan yan yang yani yar yardım ye yeah
yeh yep yes yesterday yet yg yhä yield yields yine yo yok you your yours yuk yun yung z za zag zal zaman zamiast zaraz
zase zawsze ze zegt zeigen zeigt zeigte zeigten zelf zelfs zero zich ziemlich zien ziet zij zijn znika znow znowu znów
zo zoals zodra zonder zou zu zudem zuerst zum zunächst zur zurück zusätzlich zwar zwischen zwischendurch zwraca
zwrócił är çok çıkıyor è él és étaient était êtes ír îmi în öfter öfters öyle újra última últimamente último über
überall üstelik đó được şey şimdi şu şöyle że že ơi și вернул видел видим вижу возвращает выдает выдал выдаёт вылетает
вылетел затем кидает кинул ловим ловлю падает поймал получаем получает получаю получил получили потом прилетает
прилетел приходит сначала только упало ạ
grep
"""

PLAIN_WORDS: Final = frozenset(_WORDS.split())
