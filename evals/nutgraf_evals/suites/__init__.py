"""The suites, one question a module: a labelled document in, what was right and wrong in it out."""

NAMES = ("sentences", "dates", "support", "attribution", "mutations", "contradictions")
"""Each is a module here, loaded when it is asked for: the command line need not wait for any."""
