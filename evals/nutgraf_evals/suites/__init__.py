"""The suites, one question a module: a labelled document in, what was right and wrong in it out."""
