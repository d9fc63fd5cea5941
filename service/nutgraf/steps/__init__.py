"""The steps of the line, one file each, in the order that `nutgraf.article_pipeline` takes them. No step imports another."""
