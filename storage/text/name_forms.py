"""What follows from the words of an organisation's name alone: whether it is too broad to stand by itself."""

import re

from storage.text.folding import fold

# Words that parties of many countries have in their names, with the small words between them.
_ENGLISH = """
    a the of for and in on to our all one first new true free open good great common just modern party parties
    movement front union alliance league congress coalition bloc group organisation organization federation
    confederation rally assembly force forces council committee association society club convention forum platform
    partnership pact contract initiative list communist communists socialist socialists social democratic democrat
    democrats democracy liberal liberals labour labor conservative conservatives republican republicans republic
    national nationalist nationalists nationals nation nation's popular people peoples people's workers worker's
    workers' worker workingmen's peasants' peasant peasants farmers' farmers farmer agrarian christian islamic
    muslim green greens ecologist ecologists environmental left right centre center centrist progressive progress
    radical radicals revolutionary revolution reform reformist reforms united unity unified unionist patriotic
    patriots country civic civil citizen citizens citizens' freedom liberty justice development independence
    independent liberation solidarity constitutional constitution constitutionalist moderate moderates action future
    hope peace prosperity prosperous change renewal rebirth renaissance regeneration revival state general grand
    women women's youth pensioners' pensioners truth law order welfare political alternative choice way path home
    fatherland motherland homeland leninist marxist maoist central politburo bureau standing international
    department resistance salvation security power will equality equity felicity dignity harmony convergence
    community candlelight forward move advancement awakening mandate trust vanguard electoral opportunities creating
    realizing goals possible victory voice direction seed orange historic roundtable regions self-determination
    transformers enough advances people-power reconstruction democratic-progressive beloved
"""
_ROMANCE = """
    parti partie partido partito partit partidul mouvement movimiento movimento front frontul frente fronte union
    unión união unione uniunea alliance alianza aliança alleanza bloc bloco bloque rassemblement convergencia
    convergence ligue liga lega centre centro polo pacto fuerza forces fuerzas comunidad congrès congreso congresso
    asociación associação communiste comunista comuniștilor socialiste socialista socialistă social sociale sociaux
    démocratique démocratiques démocrate démocrates democrático democrática democratico democratica demócrata
    demócratas democrata democratas democrat democratici democrazia démocratie democracia libéral libérale liberale
    liberal conservateur conservador républicain républicaine républicains republicano republicana republicanos
    repubblicano nacional nacionales nacionalista nazionale nationale național populaire popular popolare peuple
    pueblo povo popolo travail travailleurs trabajo trabalho laborista trabalhista trabalhadores trabajadores
    ouvrier obrero operário chrétien chrétienne cristiano cristiana cristã cristão verde verts verdes verdi progrès
    progreso progresso progressiste progresista progressista progressistas révolutionnaire revolucionario
    revolucionária revolucionário revolutionary révolution revolución revolução patriotique patriota patria gauche
    izquierda esquerda sinistra droite derecha action acción ação azione justice justicia justiça liberté libertad
    liberdade renouveau renovación renovadora renovador propuesta cambio cambiemos ciudadana ciudadano cidadã
    civique cívica cívico citoyen unité unidad unida unido unidade humaniste réformateur militant large amplio ampla
    libre nouvelle nuevas ideas nuevo nueva nouveau avanza refundación semilla histórico voluntad podemos engagés
    transformateurs courant moderno independiente independente institucional constitutionnelle constitutionnel
    constitucionalista alternativo abierto cabildo creando oportunidades realizando metas primero para todos
    regeneración la le les el los las do da dos das della del de du des di e et y en o a l' d'
"""
_GERMANIC = """
    partei partij parti partiet folkeparti folkepartiet volkspartij volkspartei bewegung bund bündnis union unie
    kommunistische kommunistiske socialistische socialistisk sosialistisk sozialistische sozialdemokratische
    sozialdemokraten socialdemokratiet socialdemokraterna demokratische democratische christlichdemokratische
    christelijke kristelig kristdemokraterna liberale liberalerna freie nationale vaterländische grüne grünen linke
    mitte rechte arbeit arbeiderpartiet arbeid volks venstre høyre vänsterpartiet senterpartiet centerpartiet
    fremskrittspartiet anders konservative radikale moderata det die der das den de het van voor für und en
"""
_RUSSIAN = """
    партия партии движение фронт союз блок альянс объединение съезд конгресс коммунистическая коммунистов
    социалистическая социал-демократическая социал-демократия демократическая демократический демократическое
    демократия либеральная либерально-демократическая консервативная республиканская национальная национальное
    национального национально-демократическая народная народный народное народно-республиканская рабочая трудовая
    труда трудящихся лейбористская крестьянская аграрная революционная прогрессивная левая левые правая правые центр
    единство единая новая новые новый люди освобождения возрождения развития справедливость справедливости право
    прогресс прогресса свобода свободы свободная согласие зелёные зеленые широкий отечество родина действие действия
    за и в коалиция конституционное
"""
_PLAIN = frozenset(fold(word) for word in f"{_ENGLISH} {_ROMANCE} {_GERMANIC} {_RUSSIAN}".split())
_PLAIN_CHINESE = re.compile(
    "(?:社会|民主|自由|人民|共和|国民|公民|国家|民族|保守|进步|前进|革命|工人|劳动|农民|农业|农村|统一|团结|联合|正义|公正|发展|绿色|绿|工|新|"
    "左翼|左派|中央|中间|全国|爱国|祖国|独立|解放|改革|革新|变革|基督教|共产|民众|平民|平等|复兴|未来|行动|希望|光明|繁荣|和谐|福利|幸福|胜利|"
    "建设|和平|运动|主义|我们|兄弟|白|蓝|红|好|和|与|的|争取|大会|阵线|联盟)*"
    "(?:党|阵线|联盟|同盟|集团|运动|论坛|大会|大会党|委员会|政治局)"
)
_WORD = re.compile(r"[^\s,/()–—]+")


def is_broad(text: str) -> bool:
    """Say whether a name is made only of words that any party could have in its name ("National Union Party").

    Such a name means one particular organisation only near its country or another of its names.
    """
    if not text.isascii() and _PLAIN_CHINESE.fullmatch(text):
        return True
    words = _WORD.findall(fold(text))
    return bool(words) and _PLAIN.issuperset(words)
