"""Names in boxes: broken between words, and shortened where they have no room."""

from casus.explorer.drawing.text import broken, width

LONG = "Jama'at Nusrat al-Islam wal-Muslimin and its many friends across the Sahel"


def test_a_long_name_takes_two_lines_that_fit() -> None:
    lines = broken(LONG, 150, 13)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width(line, 13) <= 150 for line in lines)


def test_a_short_name_stays_whole() -> None:
    assert broken("Iran", 150, 13) == ["Iran"]


def test_a_word_wider_than_the_room_is_cut() -> None:
    [line] = broken("Wiederaufbaugesellschaftsvorsitzende", 60, 13)
    assert line.endswith("…")
    assert width(line, 13) <= 60
