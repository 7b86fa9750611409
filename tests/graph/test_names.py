"""Names are made comparable, and searched for in any spelling."""

import pytest

from casus.graph.names import fold, full_text


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Kata'ib Hezbollah", "kataib hezbollah"),
        ("Kataʾib Ḥizbullāh", "kataib hizbullah"),
        ("Hay'at Tahrir al-Sham", "hayat tahrir al sham"),
        ("U.S.", "us"),
        ("Côte  d’Ivoire", "cote divoire"),
        ("STRASSE/straße", "strasse strasse"),
        ("…", ""),
    ],
)
def test_a_name_is_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_query_holds_no_operator_that_the_name_brought() -> None:
    assert full_text('a" OR (*:*) ~9 \\ ^') == full_text("a or 9")


def test_a_name_of_signs_only_makes_no_query() -> None:
    assert full_text("*:* !") == ""
