"""`nutgraf evals run`: a maker over our articles, a folder of records out."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.errors import UpstreamUnavailable

if TYPE_CHECKING:  # `nutgraf --help` need not wait for the pipeline
    from nutgraf.settings import Settings
    from nutgraf_evals.makers import Wanted
    from nutgraf_evals.run import Tally, Tell
    from nutgraf_schemas import Article

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

MAKERS = ("nutgraf", "lead3", "plain", "langextract")
"""The modules of `makers`, named here so that the command line need not load them."""
TOGETHER = 4


def add(commands: "Commands") -> None:
    """Add `run` to the commands of `nutgraf evals`."""
    run = commands.add_parser("run", help="digest our articles and keep the digests, to be scored")
    run.add_argument(
        "--out", metavar="RUN", type=Path, required=True, help="the folder of the run; goes on there"
    )
    run.add_argument("--maker", choices=MAKERS, default="nutgraf", help="nutgraf (default) or a baseline")
    run.add_argument("--llm", type=_llm, help="embedded, none or a base URL (default: the settings')")
    run.add_argument("--llm-name", metavar="NAME", help="name of the LLM at that URL")
    run.add_argument("--prompt", type=_prompt, help="such as steps@1 or whole@1 (default: the settings')")
    run.add_argument(
        "--filter",
        metavar="TEXT",
        action="append",
        default=[],
        help="articles whose id has TEXT in it or matches it, as trial-*; may be given again",
    )
    run.add_argument("--limit", type=_count, metavar="N", help="the first N of them only")
    run.add_argument(
        "--seeds", metavar="DIR", type=Path, help="a folder with texts that are known by hash only"
    )
    run.add_argument(
        "--together",
        type=_count,
        metavar="N",
        default=TOGETHER,
        help=f"articles in the works at once (default {TOGETHER})",
    )
    run.add_argument(
        "--answers",
        metavar="FILE",
        type=Path,
        help="where the LLM's answers are kept (default: answers.jsonl beside RUN, for all runs there)",
    )
    run.add_argument(
        "--again",
        action="store_true",
        help="make again what is there; answers that are kept are not asked for again",
    )
    run.add_argument(
        "--python", metavar="FILE", type=Path, help="the Python that has langextract, where ours has not"
    )
    run.set_defaults(run=run_maker, usage=run.error)


def run_maker(arguments: argparse.Namespace) -> int:
    """`nutgraf evals run`"""
    settings = _settings(arguments)
    logging.getLogger("stamina").setLevel(logging.ERROR)  # a call that is put again is no warning
    from rich.console import Console

    from nutgraf_evals.label import articles
    from nutgraf_evals.makers import Wanted
    from nutgraf_evals.run import chosen
    from nutgraf_evals.run_progress import Bar

    out: Path = arguments.out
    wanted_articles = chosen(articles(arguments.seeds), tuple(arguments.filter), arguments.limit)
    with Bar(Console(stderr=True)) as bar:
        wanted = Wanted(
            settings,
            arguments.answers or out.parent / "answers.jsonl",
            bar.fetch,
            arguments.python or Path(sys.executable),
        )
        tally = asyncio.run(_run(arguments, wanted, wanted_articles, bar.tell))
    if tally.problems:
        raise UpstreamUnavailable(
            f"{tally.problems} of {tally.total} articles failed. Run the same command again for them."
        )
    return 0


async def _run(
    arguments: argparse.Namespace, wanted: "Wanted", articles: "Mapping[str, Article]", tell: "Tell"
) -> "Tally":
    from nutgraf_evals.makers import opened
    from nutgraf_evals.run import run

    async with opened(arguments.maker, wanted) as maker:
        return await run(
            maker, articles, arguments.out, together=arguments.together, again=arguments.again, tell=tell
        )


def _settings(arguments: argparse.Namespace) -> "Settings | None":
    """The settings of the LLM; none where none is wanted. Ends with exit code 2 for what cannot go together."""
    if arguments.maker == "lead3" or arguments.llm == "none":
        if arguments.maker not in ("nutgraf", "lead3"):
            arguments.usage(f"argument --llm: {arguments.maker} needs an LLM")
        return None
    from nutgraf.settings import Settings, read

    given = {
        name: getattr(arguments, name) for name in ("llm", "llm_name", "prompt") if getattr(arguments, name)
    }
    settings = read()
    if given.get("llm", "embedded") != "embedded" and not (arguments.llm_name or settings.llm_name):
        arguments.usage("argument --llm: a URL needs the name of the LLM there, --llm-name NAME")
    return Settings(**given)


def _llm(given: str) -> str:
    if given in ("embedded", "none") or given.startswith(("http://", "https://")):
        return given
    raise argparse.ArgumentTypeError("write embedded, none or a base URL such as https://host/v1")


def _prompt(given: str) -> str:
    from nutgraf_prompts import named

    try:
        family = named(given).family
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if family == "judge":
        raise argparse.ArgumentTypeError(f"{given} judges and does not write")
    return given


def _count(given: str) -> int:
    if not given.isascii() or not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given} is no count: a number from 1")
    return int(given)
