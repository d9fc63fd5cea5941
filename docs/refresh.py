"""Write the generated blocks of README.md anew: the settings and, with `--demo`, the output of the demo.

python docs/refresh.py [--demo]
"""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
WIDTH = "96"


def block(readme: str, name: str) -> str:
    """What stands between the markers of `name`."""
    return _find(readme, name)["body"].strip()


def replaced(readme: str, name: str, body: str) -> str:
    """The README with another block `name`."""
    found = _find(readme, name)
    return f"{readme[: found.start('body')]}{body}\n{readme[found.end('body') :]}"


def _find(readme: str, name: str) -> re.Match[str]:
    found = re.search(rf"<!-- {name}:.*?-->\n(?P<body>.*?)<!-- /{name} -->", readme, re.DOTALL)
    if not found:
        raise SystemExit(f"README.md has no block {name}")
    return found


def demo() -> str:
    """The demo as a terminal without colours shows it."""
    environment = {**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "nutgraf", "demo"]
    printed = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, encoding="utf-8")  # noqa: S603 (our own command)
    lines = (line.rstrip() for line in printed.stdout.splitlines())
    return "```text\n" + "\n".join(lines).strip("\n") + "\n```"


def main() -> None:
    from nutgraf.settings import table

    readme = replaced(README.read_text("utf-8"), "settings", table())
    if "--demo" in sys.argv:
        readme = replaced(readme, "demo", demo())
    README.write_text(readme, "utf-8")


if __name__ == "__main__":
    main()
