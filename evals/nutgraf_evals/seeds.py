"""Our own articles and the sets made of them: the `evals` folder of a checkout in, labelled documents out.

`seeds/STORY/story.toml` says of each outlet's article what is known of it, `seeds/STORY/OUTLET.txt` is its text;
the article is called STORY-OUTLET. A set is a folder of JSON-lines files, each a split, each row about one article.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from nutgraf_evals.marks import Document
from nutgraf_evals.uniform import NoData, rows
from nutgraf_schemas import Article

HOME = Path(__file__).parents[1]
"""The `evals` folder of a checkout; an installed package has no articles beside it."""
REMEDY = "Our own sets are in the folder evals of nutgraf's source: give it, --data DIR"

FIELDS: Mapping[str, tuple[str, ...]] = {
    "mutations": ("article", "text", "true", "form", "kind"),
    "contradictions": ("article", "planted", "kind", "a", "b"),
}
"""What every row of a set has."""


def articles(home: Path) -> Mapping[str, Article]:
    """Every article of a story, by name. Raises `NoData` where there are none or one cannot be read."""
    found = {}
    for path in sorted((home / "seeds").glob("*/story.toml")):
        try:
            outlets = tomllib.loads(path.read_text("utf-8"))["articles"]
            for outlet, known in outlets.items():
                text = (path.parent / f"{outlet}.txt").read_text("utf-8")
                given = {name: value for name, value in known.items() if name in Article.model_fields}
                found[f"{path.parent.name}-{outlet}"] = Article(text=text, **given)
        except (OSError, tomllib.TOMLDecodeError, KeyError, ValidationError) as error:
            raise NoData(f"{path} cannot be read: {error}") from error
    if not found:
        raise NoData(f"There are no articles in {home / 'seeds'}. {REMEDY}")
    return found


def labelled(name: str, home: Path | None = None, split: str = "") -> tuple[Document, ...]:
    """The articles that the set `name` has rows about in the splits that begin with `split`, each with its rows.

    `meta["rows"]` are the article's rows of all splits.
    Raises `NoData` where the set or the split is not there, or a row is about an article that is not.
    """
    home = home or HOME
    here = sorted((home / name).glob("*.jsonl"))
    if not here:
        raise NoData(f"There is no set {name} in {home}. {REMEDY}")
    if not any(path.stem.startswith(split) for path in here):
        names = ", ".join(path.stem for path in here)
        raise NoData(f"{home / name} has no split that begins with {split}, only {names}.")
    known = articles(home)
    labels: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for path in here:
        for row in rows(path, FIELDS[name]):
            if row["article"] not in known:
                raise NoData(f"{path} is about {row['article']}, which is no article of {home / 'seeds'}.")
            labels[row["article"]].append({**row, "type": name, "split": path.stem})
    return tuple(
        Document(
            id=each,
            dataset=name,
            text=known[each].text,
            date=known[each].published,
            meta={"rows": tuple(found)},
            labels=asked,
        )
        for each, found in sorted(labels.items())
        if (asked := tuple(row for row in found if row["split"].startswith(split)))
    )
