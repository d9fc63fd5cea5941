"""What tests of the suites share: small invented sets in the uniform format."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

Row = dict[str, Any]


@pytest.fixture
def a_set(tmp_path: Path) -> Callable[[Iterable[Row], Iterable[Row]], Path]:
    """Writes documents and labels into a folder and gives the folder."""

    def written(documents: Iterable[Row], labels: Iterable[Row]) -> Path:
        for name, found in (("documents", documents), ("labels", labels)):
            lines = (json.dumps(row) + "\n" for row in found)
            (tmp_path / f"{name}.jsonl").write_text("".join(lines), "utf-8")
        return tmp_path

    return written
