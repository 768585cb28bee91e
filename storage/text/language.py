"""Which language a text is in, told by its script and its commonest small words; no model, no downloads."""

import re
from collections import Counter

_SAMPLE = 20_000
_SCRIPTS = {
    "Han": r"[\u3400-\u9fff\uf900-\ufaff]",
    "kana": r"[\u3041-\u30fa]",
    "Hangul": r"[\u1100-\u11ff\uac00-\ud7a3]",
    "Cyrillic": r"[\u0400-\u04ff]",
    "Arabic": r"[\u0620-\u06ff]",
    "Hebrew": r"[\u05d0-\u05ea]",
    "Greek": r"[\u0370-\u03ff]",
    "Thai": r"[\u0e01-\u0e4e]",
    "Lao": r"[\u0e81-\u0edf]",
    "Burmese": r"[\u1000-\u109f]",
    "Khmer": r"[\u1780-\u17ff]",
    "Devanagari": r"[\u0900-\u097f]",
    "Bengali": r"[\u0980-\u09ff]",
    "Tamil": r"[\u0b80-\u0bff]",
    "Georgian": r"[\u10a0-\u10ff]",
    "Armenian": r"[\u0530-\u058f]",
    "Latin": r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]",
}
_PATTERNS = {script: re.compile(characters) for script, characters in _SCRIPTS.items()}
_ONE_LANGUAGE = {
    "Hebrew": "he", "Greek": "el", "Thai": "th", "Lao": "lo", "Burmese": "my", "Khmer": "km", "Devanagari": "hi",
    "Bengali": "bn", "Tamil": "ta", "Georgian": "ka", "Armenian": "hy", "Hangul": "ko",
}  # fmt: skip
_SMALL_WORDS = {
    "en": "the of and to in that is for with was as by on are this be from it has have which not at an its their but",
    "fr": "le la les de des du et à est en un une que qui dans pour par sur au aux avec ce cette sont pas plus il elle",
    "es": "el la los las de del y en que es un una por con para se su al lo como más este esta son no entre sobre ha",
    "de": "der die das und in den von zu mit ist des im für auf dem ein eine nicht sich als auch an werden aus hat bei",
    "pt": "o a os as de do da dos das e em no na que é um uma para com por não se ao mais como são à pela pelo foi",
    "it": "il lo la i gli le di del della dei delle e in un una che è per con non si al alla sono nel nella da più",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er om ook als door bij naar uit wordt over maar",
    "sv": "och att det i en som är av på för med den till inte har de ett om men var vi från eller",
    "da": "og at det i en som er af på for med den til ikke har de et om men var vi fra eller blev efter",
    "pl": "i w na z do się nie że jest to o jak po za od przez dla oraz ale są jego który która przy tym",
    "cs": "a v na se že je s z do o k i by za pro jako ale po od jeho které který jsou byl nebo při",
    "ro": "și în de la cu o un pe nu a din care pentru este ca mai sunt al ale prin lui fost sau după",
    "hu": "a az és hogy nem is egy ez van meg de csak mint volt által után vagy minden ezt között",
    "fi": "ja on ei se että oli hän ovat myös mutta kun joka tai sekä sen kuin ole tämä mukaan vain",
    "tr": "ve bir bu için ile da de olarak olan en daha çok gibi kadar sonra ancak değil ne her",
    "vi": "và của là có các được trong cho những không với một này để người đã về từ theo việc",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan adalah ke oleh sebagai juga telah karena atau",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo cha hii kama pia vya watu huu yake baada",
    "ru": "и в не на что с по как к из за от для это его он но так было был мы также или при она они",
    "uk": "і в не на що з до як за від для це його та але так було був ми також або при вона вони є",
    "bg": "и на да се за от в с не че по са като към ще при това най който която във",
    "sr": "и у на да се је за од са не су као што по који која али из то није",
    "ar": "في من على أن إلى التي هذا عن مع هذه كان ما لا بين ذلك الذي وقد كما بعد قد هو",
    "fa": "و در به از که این را با است برای آن یک تا خود بر هم شد بود می های",
    "ur": "کے کی میں ہے اور سے کا کو نے پر یہ کہ ہیں اس نہیں بھی تھا ایک کر",
}  # fmt: skip
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_BY_SCRIPT = {"Cyrillic": ("ru", "uk", "bg", "sr"), "Arabic": ("ar", "fa", "ur")}
_LATIN = tuple(language for language in _SETS if language not in {"ru", "uk", "bg", "sr", "ar", "fa", "ur"})
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str:
    """Return the BCP 47 tag of the language most of a text is in, or nothing where that cannot be told."""
    sample = text[:_SAMPLE]
    letters = Counter({script: len(pattern.findall(sample)) for script, pattern in _PATTERNS.items()})
    total = sum(letters.values())
    if total < 2:
        return ""
    east_asian = letters["Han"] + letters["kana"]
    if east_asian and 3 * east_asian + letters["Hangul"] > (total - east_asian) / 2 + letters["Hangul"] * 2:
        return "ja" if letters["kana"] * 10 > east_asian else "zh"
    script, _ = letters.most_common(1)[0]
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    return _by_small_words(sample, _BY_SCRIPT.get(script, _LATIN))


def _by_small_words(sample: str, languages: tuple[str, ...]) -> str:
    """Return the language whose small words are most frequent, if it is clearly ahead of the next."""
    words = [word.lower() for word in _WORD.findall(sample)]
    counts = Counter(words)
    found = sorted(((sum(counts[word] for word in _SETS[language]), language) for language in languages), reverse=True)
    (most, best), (next_most, _) = found[0], found[1]
    clear = most >= 2 and most * 25 >= len(words) and most > next_most * 1.1
    return best if clear else ""
