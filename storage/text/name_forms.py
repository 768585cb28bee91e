"""What follows from the words of an organisation's name alone: whether it is too broad, and the forms texts give it."""

import re

from storage.text.folding import fold

_PLAIN_WORDS = """
    a the of for and in on to
    party parties movement front union alliance league congress coalition bloc group organisation organization
    federation confederation rally assembly force forces council committee association society club
    communist communists socialist socialists social democratic democrat democrats democracy liberal liberals labour
    labor conservative conservatives republican republicans republic national nationalist nationalists nation popular
    people peoples people's workers worker's workers' worker workingmen's peasants' peasant peasants farmers' farmers
    farmer agrarian christian islamic muslim green greens ecologist ecologists environmental left right centre center
    progressive progress radical radicals revolutionary revolution reform reformist reforms new united unity unified
    unionist patriotic patriots country civic citizens citizens' freedom free justice just development independence
    independent liberation solidarity constitutional constitution constitutionalist moderate moderates action future
    hope peace prosperity change renewal rebirth renaissance state general great common grand first one our all women
    women's youth pensioners' pensioners truth law order welfare political alternative choice way home fatherland
    motherland homeland leninist marxist maoist central politburo bureau political standing international department
    parti partie partido partito partei mouvement movimiento movimento unión união union unione frente front fronte
    alianza aliança alliance alleanza bewegung verbund bund bündnis mouvement rassemblement ligue liga lega
    communiste comunista kommunistische socialiste socialista sozialistische démocratique democrático democrática
    democratico democratica demokratische démocrate demócrata democrata libéral liberale conservateur conservador
    conservador républicain republicano repubblicano nacional nazionale populaire popular popolare peuple pueblo povo
    popolo travail trabajo trabalho trabalhadores trabajadores ouvrier obrero operário chrétien cristiano cristã cristão
    cristiana verts verdes verdi progrès progreso progresso progressiste progresista progressista révolutionnaire
    revolucionario revolucionário révolution revolución revolução de du des la le les el los las do da dos das della
    del di e et y für und der die das l' d' social sociale sociaux cívica cívico unidad unité unidade
"""
_FOLDED_PLAIN_WORDS = frozenset(fold(word) for word in _PLAIN_WORDS.split())
_PLAIN_CHINESE = re.compile(
    "(?:社会|民主|自由|人民|共和|国民|民族|保守|进步|革命|工人|劳动|农民|统一|团结|联合|正义|发展|绿|工|新|左翼|中央|全国|爱国|独立|解放|改革|基督教|共产)*"
    "(?:党|阵线|联盟|运动|大会|同盟|委员会|政治局)"
)
_WORD = re.compile(r"[^\s,/()–—-]+")


def is_broad(text: str) -> bool:
    """Say whether a name is made only of words that any party could have in its name ("National Union Party").

    Such a name means one particular organisation only near its country or another of its names.
    """
    if _PLAIN_CHINESE.fullmatch(text):
        return True
    words = _WORD.findall(fold(text))
    return bool(words) and all(word in _FOLDED_PLAIN_WORDS for word in words)
