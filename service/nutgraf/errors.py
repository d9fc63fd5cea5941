"""Everything that can go wrong and has a name.

NutgrafError
├── BadArticle                     the caller can mend it: 4xx
│   ├── ArticleEmpty
│   ├── ArticleTooLong
│   └── NotAnArticle
├── UpstreamError                  the LLM cannot be had, or misbehaves: 5xx, or a degraded digest
│   ├── UpstreamUnavailable
│   ├── UpstreamInvalid
│   ├── UpstreamRefused
│   └── DeadlineExceeded
├── StoreUnavailable               the store cannot be read or written just now: 503
├── StoreFull                      its disk is full: 507
└── SetupError                     this machine lacks something; the message names the remedy
    └── WeightsError

`slug` names the problem in answers (RFC 9457 `type`); the class docstring is its default detail.
"""

from typing import ClassVar


class NutgrafError(Exception):
    """Something went wrong."""

    slug: ClassVar[str] = "internal"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "Internal error"

    def __init__(self, detail: str | None = None, *, pointer: str | None = None) -> None:
        self.detail = detail or (self.__doc__ or "").strip()
        self.pointer = pointer
        super().__init__(self.detail)


class BadArticle(NutgrafError):
    """The article cannot be digested."""

    slug, status, title = "validation-failed", 422, "The request is not valid"


class ArticleEmpty(BadArticle):
    """The article has no words. Send its text in `text`."""

    slug, title = "article-empty", "The article is empty"


class ArticleTooLong(BadArticle):
    """The article is longer than 200,000 characters. Send a part of it."""

    slug, title = "article-too-long", "The article is too long"


class NotAnArticle(BadArticle):
    """The text is no prose. Send the words of an article."""

    slug, title = "not-an-article", "The text is not an article"


class UpstreamError(NutgrafError):
    """The LLM gave no usable answer."""

    slug, status, title = "upstream-unavailable", 503, "The LLM cannot be reached"


class UpstreamUnavailable(UpstreamError):
    """The LLM cannot be reached. Try again later."""


class UpstreamInvalid(UpstreamError):
    """The LLM's answer does not fit the schema."""

    slug, status, title = "upstream-invalid", 502, "The LLM's answer is not valid"


class UpstreamRefused(UpstreamError):
    """The LLM refused to answer."""

    slug, status, title = "llm-refused", 422, "The LLM refused"


class DeadlineExceeded(UpstreamError):
    """The LLM did not answer in time."""

    slug, status, title = "deadline-exceeded", 504, "Not done in time"


class StoreUnavailable(NutgrafError):
    """The store cannot be read or written just now. Try again later."""

    slug, status, title = "storage-unavailable", 503, "The store is not available"


class StoreFull(NutgrafError):
    """The disk of the store is full. Delete digests or make room."""

    slug, status, title = "storage-full", 507, "The disk is full"


class SetupError(NutgrafError):
    """This machine lacks something that nutgraf needs."""

    slug, status, title = "not-set-up", 503, "Not set up"


class WeightsError(SetupError):
    """The weights of the embedded LLM cannot be had."""
