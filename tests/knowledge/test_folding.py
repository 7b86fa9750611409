import pytest

from casus.knowledge.folding import Folding, cut

FOLDING = Folding({"hizballah": "hezbollah", "organisation": "organization"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hizballah", "Hezbollah"),
        ("al-Qaeda", "Al Qaeda"),
        ("ash-Shabaab", "al-Shabaab"),
        ("Kata'ib", "Kata’ib"),
        ("Séléka", "Seleka"),
        ("Anti-Balaka", "anti balaka"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("Palestine Liberation Organisation", "Palestine Liberation Organization"),
        ("U.S.", "US"),
        ("Łódź", "Lodz"),
        ("Dou\xadma", "Douma"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert FOLDING.key(one) == FOLDING.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("US", "us"), ("El Salvador", "Salvador"), ("Niger", "Nigeria"), ("IRA", "Ira"), ("LeT", "let")],
)
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert FOLDING.key(one) != FOLDING.key(other)


def test_a_possessive_is_a_piece_of_its_own() -> None:
    assert cut("People's Protection Units") == ("People", "s", "Protection", "Units")


def test_a_name_is_also_listed_without_its_article() -> None:
    assert FOLDING.keys("al-Nusra Front") == ["al nusra front", "nusra front"]
