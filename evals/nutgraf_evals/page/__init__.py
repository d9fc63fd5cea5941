"""The report of a run: scored articles in, one HTML file that fetches nothing out."""
