"""Write the generated blocks anew: of README.md the settings and, with `--demo`, the output of the demo;
of evals/README.md the figures of the runs that are checked in, what is asked, and how far two labellers agree.

python docs/refresh.py [--demo]
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README, EVALS = ROOT / "README.md", ROOT / "evals" / "README.md"
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


def evals() -> dict[str, str]:
    """The blocks of evals/README.md by name, from the labels and the runs in evals/baselines."""
    from nutgraf_evals.agreement import agreement
    from nutgraf_evals.figures import RUNS, agreed, asked, figures
    from nutgraf_evals.label import articles, labels
    from nutgraf_evals.records import Run
    from nutgraf_evals.score import score
    from nutgraf_evals.seeds import HOME

    known, texts = labels(), {name: article.text for name, article in articles().items()}
    folders = [HOME / "baselines" / name for name in RUNS]
    runs = [score(Run.read(folder), known, texts) for folder in folders if folder.is_dir()]
    return {
        "figures": figures(runs),
        "questions": asked(),
        "agreement": agreed(agreement(known, labels(folder="labels-second"), texts)),
    }


def main() -> None:
    from nutgraf.settings import table

    readme = replaced(README.read_text("utf-8"), "settings", table())
    if "--demo" in sys.argv:
        readme = replaced(readme, "demo", demo())
    README.write_text(readme, "utf-8")
    readme = EVALS.read_text("utf-8")
    for name, body in evals().items():
        readme = replaced(readme, name, body)
    EVALS.write_text(readme, "utf-8")


if __name__ == "__main__":
    main()
