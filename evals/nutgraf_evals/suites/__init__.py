"""The suites, one question a module: a labelled document in, what was right and wrong in it out."""

OF_DIGESTS = ("records", "main_event", "event_type", "summary")
"""Suites of whole digests, which an LLM may have written."""
NAMES = ("sentences", "dates", "support", "attribution", "mutations", "contradictions", *OF_DIGESTS)
"""Each is a module here, loaded when it is asked for: the command line need not wait for any."""
