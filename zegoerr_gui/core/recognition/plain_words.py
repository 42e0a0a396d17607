"""Words that stand beside a code in plain prose and name nothing: of European languages, in lower case."""

from typing import Final

_WORDS: Final = """
a abajo about affichait after again agora ahora all also always am an and answers any aparece appear appeared
appears are as at auch avant avec be because becomes been before bei bekomme bekommen brièvement but by było
c'est calling came can com comes coming complains con constantly continuously could cuando da dann das deliver
delivers den depuis der des desde did die different do does du during dá e ein eine el else emits emitted encore
ends es est et ever every few fires fixed for from gave gdy get gets getting gezeigt give gives goes got had
handle handles happens has have he hello hep here hi hit hits how i if ile im immer in instead into is isn't ist
it it's its j'ai jest jetzt just kam keeps kiedy kommt la las le les like logged logs los lub maintenant me mean
means meant mit more morning most mostra my nicht no noch not noted now nur o occurs od oder of often ok old on
once one only or oraz otra ou our out over please pls plz popped pops printed prints quand quando que qui raised
raises read reads receive received receives replies report reported reports returned returns right said sale
salió same saw say saying says see seeing seen seit sempre showed shown shows siempre since so solo solved some
sometimes steht still stops such sudden suddenly sólo también teraz than that the their them then there these
they this those threw throw thrown throws to today too toujours twice un una und until up update upgrade us
usually thats thought maybe probably mostly mainly tho though called aka meaning ve vedo vem vez vinha von was we wenn were what when where whether which while who why wie wieder will
with without would wyskakuje y yesterday yet yine you your z zawsze zeigt znowu zu şimdi
"""

PLAIN_WORDS: Final = frozenset(_WORDS.split())
