import pytest

from storage.text.language import detect_language

SAMPLES = {
    "en": "The two parties agreed to hold a dialogue, and the delegation thanked its hosts for the visit.",
    "fr": "Les deux partis ont décidé de tenir un dialogue, et la délégation a remercié ses hôtes pour la visite.",
    "es": "Los dos partidos acordaron celebrar un diálogo, y la delegación agradeció a sus anfitriones.",
    "de": "Die beiden Parteien vereinbarten einen Dialog, und die Delegation dankte den Gastgebern für die Einladung.",
    "pt": "Os dois partidos decidiram realizar um diálogo sobre a governação, e a delegação agradeceu aos anfitriões.",
    "it": "I due partiti hanno deciso di tenere un dialogo, e la delegazione ha ringraziato per la visita.",
    "ru": "Обе партии договорились провести диалог, и делегация поблагодарила хозяев за приём, так как это было важно.",
    "zh": "两党同意举行治国理政对话，代表团对东道主表示感谢。CPC delegation.",
    "ar": "اتفق الحزبان على إجراء حوار في هذا المجال، وقد شكر الوفد المضيفين على ذلك",
    "he": "שתי המפלגות הסכימו לקיים דיאלוג, והמשלחת הודתה למארחים.",
    "ja": "両党は対話を行うことで合意し、代表団は主催者に感謝した。",
    "ko": "두 당은 대화를 갖기로 합의했으며 대표단은 주최측에 감사를 표했다.",
    "uk": "Обидві партії домовилися провести діалог, і делегація подякувала за прийом, що було важливо для всіх.",
    "vi": "Hai đảng đã nhất trí tổ chức đối thoại và đoàn đại biểu cảm ơn các chủ nhà về việc này.",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_language_is_told(language):
    assert detect_language(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "12 34", "x", "Kim Jong-un", "...", "\0\0"])
def test_nothing_is_said_without_evidence(text):
    assert detect_language(text) == ""
