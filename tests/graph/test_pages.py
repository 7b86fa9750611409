"""A next-page token leads on in its own question and in no other."""

import pytest

from casus.errors import BadInput, BadToken
from casus.graph.pages import PageRequest, token


def test_a_token_gives_back_the_key_it_was_made_from() -> None:
    after = token("claims", {"subject": "org/a"}, ["d/c1", 0.25])
    assert PageRequest(after=after).key("claims", {"subject": "org/a"}) == ["d/c1", 0.25]


@pytest.mark.parametrize(
    ("question", "filters"), [("claims", {"subject": "org/b"}), ("documents", {"subject": "org/a"})]
)
def test_a_token_of_another_question_is_refused(question: str, filters: dict[str, str]) -> None:
    after = token("claims", {"subject": "org/a"}, ["d/c1"])
    with pytest.raises(BadToken, match="another question"):
        PageRequest(after=after).key(question, filters)


@pytest.mark.parametrize("after", ["", "x", "é", "e30", "W10", "bnVsbA", "WzFd", "====", "9" * 5000])
def test_what_is_no_token_is_refused(after: str) -> None:
    with pytest.raises(BadToken):
        PageRequest(after=after).key("claims", {})


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_is_neither_empty_nor_endless(limit: int) -> None:
    with pytest.raises(BadInput, match="1 to 1000"):
        PageRequest(limit=limit)
