"""Keys are made, known again, and revoked; what is kept of them lets nobody in."""

from pathlib import Path

import pytest

from casus.errors import BadData, BadInput, NotFound
from casus.keys import Keys, Scope


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "kept" / "keys.jsonl")


def test_a_key_is_known_by_what_was_shown_once(keys: Keys) -> None:
    key = keys.new("loader", [Scope.READ])
    holder = keys.holder(key)
    assert holder
    assert (holder.name, holder.allows(Scope.READ), holder.allows(Scope.WRITE)) == ("loader", True, False)


def test_who_may_write_may_read(keys: Keys) -> None:
    holder = keys.holder(keys.new("loader", [Scope.WRITE]))
    assert holder
    assert holder.allows(Scope.READ)


def test_the_file_does_not_hold_the_key_and_is_its_owners_alone(keys: Keys) -> None:
    key = keys.new("loader", [Scope.WRITE])
    kept = keys.path.read_text("utf-8")
    assert key.split("_", 2)[2] not in kept
    assert keys.path.stat().st_mode & 0o777 == 0o600
    assert keys.holder(keys.all()[0].hash) is None


def test_a_revoked_key_is_known_no_more_and_others_are(keys: Keys) -> None:
    one, other = keys.new("one", [Scope.WRITE]), keys.new("other", [Scope.WRITE])
    keys.revoke(keys.all()[0].id)
    assert keys.holder(one) is None
    assert keys.holder(other)


def test_there_are_no_keys_where_there_is_no_file(keys: Keys) -> None:
    assert keys.all() == []
    with pytest.raises(NotFound, match="casus keys list"):
        keys.revoke("0000")


@pytest.mark.parametrize(("name", "scopes"), [(" ", [Scope.READ]), ("loader", [])])
def test_a_key_for_nobody_or_nothing_is_refused(keys: Keys, name: str, scopes: list[Scope]) -> None:
    with pytest.raises(BadInput, match="needs a name and at least one scope"):
        keys.new(name, scopes)


def test_a_file_that_is_none_of_ours_is_named_with_its_line(keys: Keys) -> None:
    keys.new("loader", [Scope.READ])
    with keys.path.open("a", encoding="utf-8") as file:
        file.write("{}\n")
    with pytest.raises(BadData, match=r"keys\.jsonl:2"):
        keys.all()
