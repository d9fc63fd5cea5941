"""`nutgraf check`: an article and what somebody says it says in, what the article carries of it out."""

import argparse
from typing import TYPE_CHECKING

from nutgraf.errors import BadArticle

if TYPE_CHECKING:  # imported where used: `nutgraf --help` need not wait for them
    from nutgraf_schemas import CheckAnswer, CheckRequest

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

UNITS = ("codepoint", "utf16", "utf8")


def add(commands: "Commands") -> None:
    """Add `check` to the commands of `nutgraf`."""
    check = commands.add_parser(
        "check",
        help="does an article say what somebody wrote?",
        description="Check statements against an article: numbers, dates, names, negation, who did what to whom. "
        "Without an LLM; a statement that is not supported is a finding, no failure.",
    )
    check.add_argument("file", metavar="ARTICLE", help="a UTF-8 text file, or - for standard input")
    check.add_argument(
        "--statement", metavar="TEXT", action="append", default=[], help="what to check; may be given again"
    )
    check.add_argument("--statements", metavar="FILE", help="a UTF-8 text file with a statement a line")
    check.add_argument(
        "--published", help="when the article was published: 2025-04-10, 2025-04, 2025-04-10T14:00:00Z"
    )
    check.add_argument("--language", help="BCP 47 tag; detected if absent")
    check.add_argument(
        "--offset-unit",
        choices=UNITS,
        default="codepoint",
        help="what the offsets of --json count (default codepoint)",
    )
    check.add_argument("--json", action="store_true", help="the answer as JSON")
    check.set_defaults(run=check_file, usage=check.error)


def check_file(arguments: argparse.Namespace) -> int:
    """`nutgraf check ARTICLE`"""
    if not arguments.statement and arguments.statements is None:
        arguments.usage("say what to check: --statement TEXT, or --statements FILE")
    if arguments.file == arguments.statements == "-":
        arguments.usage("only one of ARTICLE and --statements can be standard input")
    asked = _asked(arguments)

    from nutgraf.files import read
    from nutgraf.statement_pipeline import check_statements

    asked = asked.model_copy(update={"text": read(arguments.file, "check")})
    return _print(check_statements(asked), asked, as_json=arguments.json)


def _asked(arguments: argparse.Namespace) -> "CheckRequest":
    """The request without its text. Ends with exit code 2 for an option that does not fit."""
    from pydantic import ValidationError

    from nutgraf.files import read
    from nutgraf_schemas import CheckRequest
    from nutgraf_schemas.check import MOST_STATEMENTS

    statements = list(arguments.statement)
    if arguments.statements is not None:
        statements += [
            line.strip() for line in read(arguments.statements, "check").split("\n") if line.strip()
        ]
        if not statements:
            raise BadArticle(f"{arguments.statements} has no statements. Write one a line.")
    try:
        return CheckRequest.model_validate(
            {
                "text": "",
                "published": arguments.published,
                "language": arguments.language,
                "offset_unit": arguments.offset_unit,
                "statements": [{"text": each} for each in statements],
            }
        )
    except ValidationError as error:
        flaw = error.errors(include_url=False)[0]
        message = flaw["msg"].removeprefix("Value error, ")
        match flaw["loc"]:
            case "statements", int(number), *_:
                raise BadArticle(f"Statement {number + 1}: {message}.") from None
            case ("statements",):
                raise BadArticle(
                    f"There are {len(statements)} statements; check at most {MOST_STATEMENTS} at once."
                ) from None
        arguments.usage(f"argument --{str(flaw['loc'][0]).replace('_', '-')}: {message}")
        raise


def _print(answer: "CheckAnswer", asked: "CheckRequest", *, as_json: bool) -> int:
    if as_json:
        from nutgraf.terminal import printable_json

        print(printable_json(answer))
        return 0
    from rich.console import Console

    from nutgraf.panel import check_panel

    console = Console(highlight=False)
    console.print(check_panel(answer, asked.text, asked.offset_unit), width=min(console.width, 100))
    return 0
