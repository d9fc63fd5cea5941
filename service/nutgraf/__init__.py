"""nutgraf: one news article in, one grounded digest out."""

__version__ = "0.1.0"
