"""Spellings of one person's name, and names that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.en.spellings import is_full, name_keys, surname_keys
from sayso.language.en.tables import load_table


def same_name(one: str, other: str) -> bool:
    """Whether two full names are spellings of one."""
    return not name_keys(one).isdisjoint(name_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muammar Gaddafi", "Moammar Kadhafi"),
        ("Muammar Gaddafi", "Mu'ammar al-Qaddafi"),
        ("Muammar Gaddafi", "Moamer Gadhafi"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Bashar el-Assad", "Bachar al-Asad"),
        ("Mohammed Hassan", "Muhammad Hasan"),
        ("Hossein Amir-Abdollahian", "Hussein Amir-Abdollahian"),
        ("Hossein Amirabdollahian", "Hossein Amir-Abdollahian"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Kim Jongun", "Kim Jong-un"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyi"),
        ("Sergei Ivanov", "Sergey Ivanov"),
        ("Dmitry Markov", "Dmitriy Markov"),
        ("Alexei Petrenko", "Aleksey Petrenko"),
        ("Viktor Yanukovych", "Viktor Yanukovich"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Jörg Müller", "Jorg Muller"),
        ("Søren Åkesson", "Soren Akesson"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("John F. Orr", "John F Orr"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one family
        ("Muammar Gaddafi", "Saif al-Islam Gaddafi"),
        ("Bashar al-Assad", "Hafez al-Assad"),
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Karim Haddou", "Nabil Haddou"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Ivan Petrov", "Ivana Petrova"),
        ("Sergei Ivanov", "Sergei Ivanova"),
        ("Dmitry Petrov", "Dmitry Petrovsky"),
        # names that look alike
        ("Ali Hassan", "Ali Hussein"),
        ("Salim Karim", "Salem Karim"),
        ("Saleh Omar", "Salah Omar"),
        ("Mohammed Hassan", "Mahmud Hassan"),
        ("Mohammed Ali Hassan", "Mohammed Hassan"),
        ("Mohammed bin Salman", "Mohammed bin Zayed"),
        ("Aleksandr Markov", "Aleksandra Markova"),
        ("Vladimir Kors", "Volodymyr Kors"),
        ("Jan Hofmann", "Jan Hoffmann"),
        ("Alexander Hofmann", "Alexander Hoffmann"),
        ("Jörg Muller", "Jörg Mueller"),
        ("Catherine Orr", "Katherine Orr"),
        ("Jon Peterson", "Jon Petersen"),
        ("Andrew Young", "Andrew Yung"),
        ("Bruce Lee", "Bruce Li"),
        ("Ann Adams", "Anna Dams"),
        ("George W. Bush", "George H. W. Bush"),
        ("George W. Bush", "George Bush"),
        ("Maria Rossi", "Mario Rossi"),
        # bare surnames, and nothing
        ("Gaddafi", "Muammar Gaddafi"),
        ("Gaddafi", "Kadhafi"),
        ("", "Ada Moss"),
        ("", ""),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


@pytest.mark.parametrize(
    ("bare", "full", "fits"),
    [
        ("Kadhafi", "Muammar Gaddafi", True),
        ("Assad", "Bashar al-Assad", True),
        ("al-Assad", "Bashar Assad", True),
        ("Zelenskyy", "Volodymyr Zelensky", True),
        ("Müller", "Jorg Mueller", True),
        ("Mann", "Karl Man", False),
        ("Hassan", "Ali Hussein", False),
        ("Petrov", "Ivan Petrova", False),
    ],
)
def test_surnames(bare: str, full: str, fits: bool) -> None:
    assert (not surname_keys(bare).isdisjoint(surname_keys(full))) is fits
    assert is_full(full)
    assert not is_full(bare)


def test_no_spelling_stands_for_two_names() -> None:
    table = load_table("names")
    for rows in ({**table["given"]["arabic"], **table["given"]["cyrillic"]}, table["family"]):
        spellings = [word for name, others in rows.items() for word in (name, *others)]
        assert len(spellings) == len(set(spellings))
        assert all(word.isascii() and word.isalpha() and word.islower() for word in spellings)


NAMES = st.text(max_size=30) | st.lists(
    st.sampled_from(
        ["al-", "Müller", "Abu", "Ali", "Petrov", "'", "-", " ", "  ", "Kim", "ß", "א"]
    ),
    max_size=8,
).map("".join)


@given(NAMES, NAMES)
def test_any_name(one: str, other: str) -> None:
    assert same_name(one, one) == bool(name_keys(one))
    assert same_name(one, other) == same_name(other, one)
    assert same_name(one.upper().lower(), one.lower()) == bool(name_keys(one.lower()))
