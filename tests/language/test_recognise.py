"""Whether a text is English."""

from __future__ import annotations

import pytest

from sayso.language.en.recognise import LOOKED_AT, is_english

ENGLISH = (
    "The ministry said on Monday that its troops had stayed in the town and that no attack on the "
    "bridge had taken place. A spokesman told reporters that the claims would be looked into, and "
    "a report that answers all questions is to be given next week."
)
OTHERS = {
    "French": "Le gouvernement a déclaré lundi que les troupes étaient restées dans la ville et "
    "qu'aucune attaque contre le pont n'avait eu lieu. Un porte-parole du ministère a dit que les "
    "accusations seraient examinées et qu'un rapport serait présenté la semaine prochaine.",
    "Dutch": "De regering heeft maandag verklaard dat de troepen in de stad zijn gebleven en dat "
    "er geen aanval op de brug heeft plaatsgevonden. Een woordvoerder van het ministerie zei dat "
    "de beschuldigingen worden onderzocht en dat er volgende week een rapport komt over alles.",
    "Ukrainian": "Уряд заявив у понеділок, що війська залишилися в місті і що нападу на міст не "
    "було. Речник міністерства сказав, що звинувачення перевірять і що наступного тижня буде "
    "оприлюднено звіт, який відповість на всі питання, а журналісти зможуть поставити нові "
    "питання до комісії, яка вже почала роботу в області.",
    "Arabic": "قالت الحكومة يوم الاثنين إن القوات بقيت في المدينة وإنه لم يقع أي هجوم على الجسر "
    "وقال متحدث باسم الوزارة إن الاتهامات سيجري فحصها وإن تقريرا سيصدر الأسبوع المقبل للإجابة عن "
    "جميع الأسئلة وأضاف أن اللجنة بدأت عملها في المنطقة وأنها ستستمع إلى الشهود قبل نهاية الشهر",
}


def test_english_is() -> None:
    assert is_english(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_others_are_not(language: str) -> None:
    assert not is_english(OTHERS[language])


@pytest.mark.parametrize("text", ["", "Vadra, Kelm, Orsk", "Die Truppen sind in der Stadt."])
def test_a_text_too_short_to_tell_counts_as_english(text: str) -> None:
    assert is_english(text)


def test_the_beginning_decides() -> None:
    assert is_english(f"{ENGLISH} " * (LOOKED_AT // 20) + OTHERS["French"] * 50)
    assert not is_english(f"{OTHERS['French']} " * (LOOKED_AT // 20) + ENGLISH * 50)
