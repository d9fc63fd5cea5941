"""Digests that others made in, a run out that can be scored like ours.

They lie in a folder, each as ARTICLE.json, or in a file of JSON lines, each `{"article": ID, "digest": {…}}`.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nutgraf_evals.label import fingerprint
from nutgraf_evals.records import Configuration, Record, Run
from nutgraf_evals.uniform import NoData, rows


def read(path: Path, texts: Mapping[str, str]) -> Run:
    """The digests of `path` as a run called by its name.

    A digest that names the SHA-256 of its article (`/article/sha256`) is held to it; of others, the article is
    taken for the one in `texts`. Raises `NoData` where there are none, or one is no JSON object.
    """
    found = _folder(path) if path.is_dir() else _lines(path)
    return Run(
        name=path.stem,
        configuration=Configuration(maker=path.stem),
        records={
            article: Record(
                key=article,
                article=article,
                article_sha256=_sha256(digest) or fingerprint(texts.get(article, "")),
                digest=digest,
                seconds=0.0,
            )
            for article, digest in found.items()
        },
    )


def _folder(path: Path) -> dict[str, dict[str, Any] | None]:
    found = {}
    for file in sorted(path.glob("*.json")):
        try:
            found[file.stem] = _object(json.loads(file.read_text("utf-8")), file)
        except (OSError, ValueError) as error:
            raise NoData(f"{file} cannot be read: {error}") from error
    if not found:
        raise NoData(f"{path} holds no digests, which would be called ARTICLE.json.")
    return found


def _lines(path: Path) -> dict[str, dict[str, Any] | None]:
    return {str(row["article"]): _object(row["digest"], path) for row in rows(path, ("article", "digest"))}


def _object(digest: object, path: Path) -> dict[str, Any] | None:
    if digest is not None and not isinstance(digest, dict):
        raise NoData(f"{path}: a digest is no object.")
    return digest


def _sha256(digest: Mapping[str, Any] | None) -> str | None:
    """What the digest says of its article, where it says so."""
    article = (digest or {}).get("article")
    known = article.get("sha256") if isinstance(article, dict) else None
    return known if isinstance(known, str) else None
