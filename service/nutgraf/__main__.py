"""`python -m nutgraf` is `nutgraf`."""

from nutgraf.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
