"""What many tests share: articles of our own, and the first steps of the line."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from nutgraf.line import Sentence
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_schemas import Article

settings.register_profile("nutgraf", deadline=None)  # a busy machine is no failure
settings.load_profile("nutgraf")

STRIKE = (
    "date 2026-05-12 KARSUND, Norrland (Fjord Wire) - Dock workers in the port of Karsund walked off the job on Tuesday "
    "after talks on pay broke down, shutting the country's largest container terminal.\n\n"
    '"We will come back when there is a serious offer," said Lena Brandt, leader of the Harbour Workers\' Union.\n\n'
    "The operator, Nordhavn, had offered 4 percent; members of the union want almost 9 percent. "
    "Transport Minister Ole Vik is to meet Brandt and Nordhavn in Velby on Friday.\n\n"
    "In March, police arrested two men over a fire at the terminal that destroyed 14 cranes."
)


@pytest.fixture
def strike() -> str:
    """A short wire report of ours."""
    return STRIKE


@pytest.fixture
def sentences_of() -> Callable[[str], tuple[Sentence, ...]]:
    """The numbered sentences of a text."""
    return lambda text: split(normalise(Article(text=text)))
