"""A command's answer in, a file or standard output out."""

import sys
from pathlib import Path

from nutgraf.errors import SetupError


def write(out: str, answer: str) -> None:
    """Write `answer` to the file `out`, or to standard output where that is `-`.

    Raises `SetupError` where it cannot be written.
    """
    if out == "-":
        sys.stdout.write(answer)
        return
    try:
        Path(out).write_text(answer, "utf-8")
    except OSError as error:
        raise SetupError(f"{out} cannot be written: {error.strerror}.") from error
