"""The command line: one function a command. Answers on stdout, everything else on stderr.

Ends with 0 when done, 1 when it failed (a line says why and what to do), 2 for bad usage.
"""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from io import TextIOWrapper
from typing import TYPE_CHECKING

from nutgraf import __version__, check_command
from nutgraf.errors import NutgrafError

if TYPE_CHECKING:  # imported where used: `nutgraf --help` need not wait for them
    from nutgraf.progress import Teller
    from nutgraf.settings import Settings
    from nutgraf_schemas import Article, Digest

DONE, FAILED, INTERRUPTED = 0, 1, 130

ARTICLE_OPTIONS = {
    "--title": "the article's title",
    "--source": "who published it",
    "--author": "who wrote it",
    "--url": "its address; kept as an identifier, never fetched",
    "--published": "when it was published: 2025-04-10, 2025-04, 2025-04-10T14:00:00Z",
    "--language": "BCP 47 tag; detected if absent",
}
COUNT_OPTIONS = {
    "--summary-sentences": "sentences of the summary, 1 to 10 (default 3)",
    "--key-points": "key points beside the summary, 0 to 10 (default 4)",
    "--events": "event records at most, 0 to 20 (default 8)",
}
FLAG_OPTIONS = {
    "--second-opinion": "ask the LLM about each statement that passed the check; it can only lower a mark",
}
CHOICE_OPTIONS = {
    "--offset-unit": (("codepoint", "utf16", "utf8"), "what the offsets of --json count (default codepoint)"),
    "--on-failure": (
        ("extractive", "error"),
        "when the LLM cannot be had: the article's own sentences (default), or an error",
    ),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    arguments = parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # Also where a shell's "&" or nohup has it ignored: SIGTERM ends us by it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))  # the engine goes too
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `nutgraf … | head`: nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except NutgrafError as error:
        return _fail(error.detail)
    return code


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    top = argparse.ArgumentParser(
        prog="nutgraf",
        description="One news article in, one digest out, pinned to the sentences that carry it.",
    )
    top.add_argument("--version", action="version", version=f"nutgraf {__version__}")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    digest = commands.add_parser("digest", help="digest one article")
    digest.add_argument("file", metavar="FILE", help="a UTF-8 text file, or - for standard input")
    _digest_options(digest)
    digest.set_defaults(run=digest_file)

    check_command.add(commands)

    demo = commands.add_parser("demo", help="digest an article that ships with nutgraf")
    demo.add_argument("--json", action="store_true", help="the digest as JSON")
    demo.set_defaults(run=digest_demo)

    serve = commands.add_parser("serve", help="answer over HTTP")
    serve.add_argument("--host", default="127.0.0.1", help="a loopback address (default 127.0.0.1)")
    serve.add_argument("--port", type=_port, default=8000, help="default 8000")
    serve.set_defaults(run=serve_http)

    llm = commands.add_parser("llm", help="the embedded LLM's weights").add_subparsers(
        required=True, metavar="COMMAND"
    )
    llm.add_parser("pull", help="fetch the weights now, once").set_defaults(run=llm_pull)
    llm.add_parser("list", help="the LLMs that were measured, and which weights are here").set_defaults(
        run=llm_list
    )

    for command in entry_points(group="nutgraf.commands"):  # what other packages add: evals
        command.load()(commands)
    return top


def digest_file(arguments: argparse.Namespace) -> int:
    """`nutgraf digest FILE`"""
    article = _article(arguments)  # bad usage is told before a file is read
    from nutgraf.files import read

    text = read(arguments.file, "digest")
    return _print_digest(article.model_copy(update={"text": text}), as_json=arguments.json)


def digest_demo(arguments: argparse.Namespace) -> int:
    """`nutgraf demo`"""
    from nutgraf.demo import article
    from nutgraf_schemas import Article

    return _print_digest(Article(text=article()), as_json=arguments.json)


def serve_http(arguments: argparse.Namespace) -> int:
    """`nutgraf serve`"""
    from nutgraf.app import run
    from nutgraf.guards import refuse_any_but_loopback

    refuse_any_but_loopback(arguments.host)  # before a gigabyte is fetched
    settings = _settings()
    with _teller() as teller:
        _have_weights(settings, teller)
    run(settings, arguments.host, arguments.port)
    return DONE


def llm_pull(_: argparse.Namespace) -> int:
    """`nutgraf llm pull`"""
    from nutgraf.llm.weights import ensure

    settings = _settings()
    with _teller() as teller:
        weights = ensure(settings.weights, settings.cache, teller.progress)
    print(weights.gguf)
    return DONE


def llm_list(_: argparse.Namespace) -> int:
    """`nutgraf llm list`"""
    from nutgraf.llm.weights import expected
    from nutgraf.measured import MEASURED

    settings = _settings()
    own, default = settings.weights, expected(settings.cache)
    here = f"{default.gguf}" if default.gguf.exists() else "not fetched yet: nutgraf llm pull"
    for each in MEASURED:
        print(f"{' ' if own else '*'} {each.name}  {each.size / 1e9:.1f} GB  {each.licence}  {here}")
        print(
            f"    {each.prompt}: key facts {each.key_facts:.2f}, events {each.events:.2f} (evals/README.md)"
        )
    if own:
        print(f"* {own.stem}  {own if own.exists() else f'{own} (NUTGRAF_WEIGHTS) is not there'}")
    return DONE


def _print_digest(article: "Article", *, as_json: bool) -> int:
    settings = _settings()
    with _teller() as teller:
        found = asyncio.run(_digest(article, settings, teller))
    if as_json:
        from nutgraf.terminal import printable_json

        print(printable_json(found))
        return DONE
    from rich.console import Console

    from nutgraf.panel import panel

    console = Console(highlight=False)
    console.print(panel(found, article.text), width=min(console.width, 100))
    return DONE


async def _digest(article: "Article", settings: "Settings", teller: "Teller") -> "Digest":
    teller.stage("starting")
    from nutgraf.app import connect
    from nutgraf.article_pipeline import digest
    from nutgraf.steps.normalise import normalise
    from nutgraf_prompts import named

    normalise(article)  # what is no article is told before an engine starts
    _have_weights(settings, teller)
    teller.stage("loading the LLM")
    async with connect(settings) as llm:
        teller.stage("reading and writing")
        return await digest(article, llm, named(settings.prompt))


def _have_weights(settings: "Settings", teller: "Teller") -> None:
    """Fetch the weights before the engine asks for them, so that the wait is seen."""
    if not settings.embedded:
        return
    from nutgraf.llm.weights import ensure, expected

    if settings.weights or not expected(settings.cache).gguf.exists():
        ensure(settings.weights, settings.cache, teller.progress)


def _article(arguments: argparse.Namespace) -> "Article":
    """An article without its text, from the options. Ends with exit code 2 for a value out of bounds."""
    from pydantic import ValidationError

    from nutgraf_schemas import Article, Options

    given = {name: value for name, value in vars(arguments).items() if value is not None}
    try:
        return Article(
            text="",
            **{name: value for name, value in given.items() if name in Article.model_fields},
            options=Options(**{name: value for name, value in given.items() if name in Options.model_fields}),
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        flag = "--" + str(first["loc"][0]).replace("_", "-")
        arguments.usage(f"argument {flag}: {first['msg'].removeprefix('Value error, ')}")
        raise


def _port(given: str) -> int:
    if not given.isascii() or not given.isdecimal() or int(given) > 65_535:
        raise argparse.ArgumentTypeError(f"{given} is no port: a number from 0 to 65535")
    return int(given)


def _digest_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="the digest as JSON")
    for flag, meaning in ARTICLE_OPTIONS.items():
        command.add_argument(flag, help=meaning)
    for flag, meaning in COUNT_OPTIONS.items():
        command.add_argument(flag, type=int, metavar="N", help=meaning)
    for flag, (choices, meaning) in CHOICE_OPTIONS.items():
        command.add_argument(flag, choices=choices, help=meaning)
    for flag, meaning in FLAG_OPTIONS.items():
        command.add_argument(flag, action="store_true", help=meaning)
    command.set_defaults(usage=command.error)


def _settings() -> "Settings":
    import logging

    from nutgraf.settings import read, unknown

    for name in unknown():
        print(f"nutgraf: warning: {name} is no setting of nutgraf and has no effect.", file=sys.stderr)
    settings = read()
    logging.basicConfig(level=settings.log_level.upper(), format="%(levelname)s %(name)s: %(message)s")
    if settings.log_level not in ("debug", "info"):
        logging.getLogger("stamina").setLevel(logging.ERROR)  # a call that is put again is no warning
    return settings


def _teller() -> "Teller":
    from rich.console import Console

    from nutgraf.progress import Teller

    return Teller(Console(stderr=True))


def _fail(reason: str) -> int:
    """Print why: the reason in one line, what more there is (an engine's last words) indented below."""
    first, *more = reason.splitlines()
    print(f"nutgraf: {first}", *more, sep="\n    ", file=sys.stderr)
    return FAILED
