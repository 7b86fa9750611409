import pytest

from casus.errors import BadInput
from casus.graph import codes, queries


@pytest.mark.parametrize("code", ["IRN", "irn", "IR", "ir"])
def test_a_code_of_two_or_three_letters_is_a_states(code: str) -> None:
    assert codes.state(code) == "state/IRN"


@pytest.mark.parametrize("id", ["state/IRN", "org/kataib-hezbollah", "place/a"])
def test_another_id_stays_as_it_is(id: str) -> None:
    assert codes.state(id) == id


def test_two_letters_that_are_no_code_are_refused() -> None:
    with pytest.raises(BadInput, match="'ZZ' is no ISO 3166-1 code"):
        queries.proxy_paths("ZZ", "USA")
