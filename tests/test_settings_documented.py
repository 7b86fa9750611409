"""docs/settings.md names every setting, and no other."""

import re
from pathlib import Path

import pytest

from casus import settings
from casus.errors import BadInput
from casus.settings import Settings

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"
ROW = re.compile(r"^\| `CASUS_(?P<name>\w+)` \| (?P<default>[^|]+) \| (?P<meaning>[^|]+) \|$", re.MULTILINE)
OF_THIS_MACHINE = {"data_dir", "cache_dir"}

documented = {row["name"].lower(): row["default"] for row in ROW.finditer(PAGE.read_text("utf-8"))}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    assert name in documented, f"docs/settings.md has no row for CASUS_{name.upper()}"


def test_nothing_is_documented_that_cannot_be_set() -> None:
    assert documented.keys() <= Settings.model_fields.keys()


@pytest.mark.parametrize("name", sorted(Settings.model_fields.keys() - OF_THIS_MACHINE))
def test_the_documented_default_is_the_one_that_holds(name: str) -> None:
    default = Settings.model_fields[name].default
    assert documented[name] == ("none" if default is None else f"`{default}`")


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASUS_PORT", "http")
    with pytest.raises(BadInput, match="CASUS_PORT: Input should be a valid integer"):
        settings.load()
