"""The article that `nutgraf demo` digests. Its people, ship and events are invented."""

from importlib.resources import files


def article() -> str:
    """The text of the article."""
    return (files(__name__) / "article.txt").read_text("utf-8")
