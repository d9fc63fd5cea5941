"""The name of a file in, its text exactly as it stands there out, or the line that says what to do."""

import sys
from pathlib import Path

from nutgraf.errors import ArticleTooLong, BadArticle
from nutgraf_schemas import MAX_CHARACTERS

_MOST = MAX_CHARACTERS * 4 + 1
"""Bytes: no longer file can be short enough."""


def read(name: str, command: str) -> str:
    """The text of a file, or of standard input for `-`. `command` is the one that is named in remedies.

    Raises `BadArticle` for what is no UTF-8 text.
    """
    try:
        if name == "-":
            raw = sys.stdin.buffer.read(_MOST)
        else:
            with Path(name).open("rb") as file:
                raw = file.read(_MOST)
    except OSError as error:
        raise BadArticle(f"{name} cannot be read: {error.strerror}.") from error
    shown, again = ("Standard input", "FILE") if name == "-" else (name, name)
    if raw.startswith(b"%PDF-"):
        raise BadArticle(f"{shown} is a PDF. Give its text: pdftotext {again} - | nutgraf {command} -")
    if b"\0" in raw[:4096]:
        raise BadArticle(f"{shown} is no text. Give the article as plain UTF-8 text.")
    if len(raw) == _MOST:
        raise ArticleTooLong
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise BadArticle(
            f"{shown} is not UTF-8 (byte {error.start} is 0x{raw[error.start]:02x}). "
            f"If it is Latin-1: iconv -f LATIN1 -t UTF-8 {again} | nutgraf {command} -"
        ) from error
