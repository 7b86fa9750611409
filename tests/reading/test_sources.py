"""Files, folders and standard input; what is said of those that cannot be read."""

import io
import os
from pathlib import Path

import pytest

from casus.errors import BadInput, CasusError, Unreadable
from casus.reading import read


def test_a_folder_is_read_to_its_depths_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("Two.")
    (tmp_path / "b" / "10.txt").write_text("Ten.")
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "c.jsonl").write_text('{"id": "own", "text": "Three."}\n')
    assert [document.id for document in read([tmp_path])] == ["a", "own", "b/10", "b/2"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref")
    (tmp_path / ".DS_Store").write_bytes(b"\0\0")
    (tmp_path / "a.txt").write_text("One.")
    assert [document.id for document in read([tmp_path])] == ["a"]


def test_what_cannot_be_read_is_named_with_the_reason_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "good.txt").write_text("One.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    missing = tmp_path / "missing.txt"
    errors: list[CasusError] = []
    assert [document.id for document in read([tmp_path, missing], errors.append)] == ["good"]
    assert [str(error) for error in errors] == [
        f"{tmp_path / 'empty.txt'}: there is no text in it",
        f"{tmp_path / 'picture.png'}: not text in any encoding known here; is it a binary file?",
        f"{missing}: No such file or directory",
    ]
    assert {type(error) for error in errors} == {Unreadable}


def test_without_a_place_for_errors_the_first_is_raised(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="No such file"):
        list(read([tmp_path / "missing.txt"]))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions hold back")
def test_a_file_without_permission_is_named_with_the_reason(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("One.")
    locked.chmod(0)
    with pytest.raises(Unreadable, match=r"locked\.txt: Permission denied"):
        list(read([locked]))


def test_a_folder_without_files_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there are no files in this folder"):
        list(read([tmp_path]))


def test_two_files_that_would_share_an_id_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>One.</p>")
    (tmp_path / "a.txt").write_text("Two.")
    errors: list[CasusError] = []
    list(read([tmp_path / "a.txt", tmp_path / "a.html"], errors.append))
    (error,) = errors
    assert isinstance(error, BadInput)
    assert str(error).startswith(f"{tmp_path / 'a.html'}: its id would be 'a', as that of {tmp_path / 'a.txt'}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_may_be_json_lines(encoding: str) -> None:
    stdin = io.BufferedReader(io.BytesIO('\n{"id": "d1", "text": "One."}\n'.encode(encoding)))
    assert [document.id for document in read(["-"], stdin=stdin)] == ["d1"]


def test_standard_input_may_be_a_text_whose_id_is_the_same_each_time() -> None:
    first, second = (
        next(read(["-"], stdin=io.BufferedReader(io.BytesIO(b"date 2019-12-31 Crowds marched.")))) for _ in range(2)
    )
    assert first == second
    assert first.text == "Crowds marched."


def test_a_pipe_under_a_name_is_read_as_a_stream(tmp_path: Path) -> None:
    pipe = tmp_path / "63"
    os.mkfifo(pipe)
    if os.fork() == 0:
        pipe.write_text('{"id": "d1", "text": "One."}\n')
        os._exit(0)
    assert [document.id for document in read([pipe])] == ["d1"]
    os.wait()


def test_a_file_of_an_unknown_suffix_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.data").write_text('{"id": "d1", "text": "One."}\n')
    (tmp_path / "b").write_text("Two.")
    assert [document.id for document in read([tmp_path])] == ["d1", "b"]
