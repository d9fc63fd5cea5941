"""langextract, asked from outside: articles as JSON lines in, what it extracts as JSON lines out.

Run by a Python that has langextract, which need not have nutgraf, and without this folder on its path:

    python -I langextract_worker.py URL LLM        # the key is in LANGEXTRACT_KEY

In: `{"text": …, "context": …}`. Out: `{"extractions": […], "usage": {…}}`, or `{"problem": …}`; an extraction has
`class`, `text`, `attributes`, and `start` and `end` where it was found in the article.
"""

import json
import os
import sys
from importlib import import_module
from threading import Lock
from typing import Any

MAX_TOKENS = 1_200
"""Of the answer to one chunk: langextract's 1,000 characters."""
FORM = """Extract from a part of a news article, in the order in which they stand, without overlaps:
- headline: only in the part that opens the article: the passage that tells the news, with a headline of at most 12 words
- fact: a passage that tells something a reader should know, with the fact in one sentence
- event: a passage that tells what happened, will happen or is said to have happened, with the event in one sentence, its type, the words that tell when, the date as YYYY-MM-DD worked out from the day of publication, where, who did it and to whom, and who says so; what is not told is left out
Copy passages word for word. Types of events are {types}."""
EXAMPLES = (
    (
        (
            "Published: 2026-03-18\n\nMorlund is without buses because of a quarrel over night shifts. "
            "The drivers stopped work at dawn on Monday after their employer, Tramelle, had refused to talk. "
            "“Nobody can drive safely after eleven hours,” said Pia Sandell, who speaks for the drivers’ union. "
            "Tramelle had proposed 31 more drivers; the union wants almost 80."
        ),
        (
            (
                "headline",
                "Morlund is without buses because of a quarrel over night shifts.",
                {"text": "No buses in Morlund: drivers quarrel over night shifts"},
            ),
            (
                "event",
                "The drivers stopped work at dawn on Monday after their employer, Tramelle, had refused to talk.",
                {
                    "text": "Bus drivers in Morlund stopped work after Tramelle had refused to talk about night shifts.",
                    "type": "protest_or_strike",
                    "when": "on Monday",
                    "date": "2026-03-16",
                    "where": "Morlund",
                    "by": ["The drivers"],
                    "to": ["Tramelle"],
                },
            ),
            (
                "fact",
                "Tramelle had proposed 31 more drivers; the union wants almost 80.",
                {"text": "Tramelle proposed 31 more drivers, while the union wants almost 80."},
            ),
        ),
    ),
    (
        (
            "Published: 2026-07-05\n\nThe two, Maud Ferrant and Olek Brys, were brought out of the Sulin caves alive late on Friday, the mountain rescue service said. "
            "A helicopter took them to Terrin. Prosecutors in Terrin will question the quarry firm next week."
        ),
        (
            (
                "event",
                "The two, Maud Ferrant and Olek Brys, were brought out of the Sulin caves alive late on Friday",
                {
                    "text": "Maud Ferrant and Olek Brys were brought out of the Sulin caves alive.",
                    "type": "aid_or_donation",
                    "when": "late on Friday",
                    "date": "2026-07-03",
                    "where": "the Sulin caves",
                    "to": ["Maud Ferrant", "Olek Brys"],
                    "source": "the mountain rescue service",
                },
            ),
            ("fact", "A helicopter took them to Terrin.", {"text": "A helicopter took the two to Terrin."}),
            (
                "event",
                "Prosecutors in Terrin will question the quarry firm next week.",
                {
                    "text": "Prosecutors will question the quarry firm.",
                    "type": "investigation",
                    "when": "next week",
                    "where": "Terrin",
                    "by": ["Prosecutors"],
                    "to": ["the quarry firm"],
                },
            ),
        ),
    ),
)
"""Two articles of ours, with what is to be extracted: class, passage, attributes."""


def main() -> None:
    """Answer every line of standard input."""
    url, name, types = sys.argv[1:]
    lx = import_module("langextract")
    examples = [
        lx.data.ExampleData(
            text=text,
            extractions=[
                lx.data.Extraction(extraction_class=kind, extraction_text=words, attributes=attributes)
                for kind, words, attributes in found
            ],
        )
        for text, found in EXAMPLES
    ]
    model = lx.factory.create_model(
        lx.factory.ModelConfig(
            model_id=name,
            provider="OpenAILanguageModel",
            provider_kwargs={
                "base_url": url,
                "api_key": os.environ["LANGEXTRACT_KEY"],
                "temperature": 0.0,
                "max_output_tokens": MAX_TOKENS,
                "response_format": {
                    "type": "text"
                },  # or it asks for JSON in a way that not every endpoint knows
            },
        ),
        fence_output=True,
    )
    bill = Bill(model)
    for line in sys.stdin:
        asked = json.loads(line)
        bill.clear()
        try:
            found = lx.extract(
                asked["text"],
                prompt_description=FORM.format(types=types),
                examples=examples,
                model=model,
                fence_output=True,
                use_schema_constraints=False,
                additional_context=asked["context"] or None,
                show_progress=False,
            )
            told = {"extractions": list(map(_told, found.extractions or [])), "usage": bill.paid}
        except lx.exceptions.LangExtractError as error:
            told = {"problem": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


class Bill:
    """Adds up what a model's answers cost; langextract itself does not tell."""

    def __init__(self, model: Any) -> None:
        self._lock = Lock()
        self.clear()
        completions = model._client.chat.completions
        ask = completions.create

        def create(**request: Any) -> Any:
            answer = ask(**request)
            cached = getattr(answer.usage.prompt_tokens_details, "cached_tokens", 0)
            with self._lock:
                self.paid["calls"] += 1
                self.paid["input_tokens"] += answer.usage.prompt_tokens
                self.paid["cached_tokens"] += cached or 0
                self.paid["output_tokens"] += answer.usage.completion_tokens
            return answer

        completions.create = create

    def clear(self) -> None:
        """Begin anew."""
        self.paid = dict.fromkeys(("calls", "input_tokens", "cached_tokens", "output_tokens"), 0)


def _told(extraction: Any) -> dict[str, Any]:
    where = extraction.char_interval
    found = {"start": where.start_pos, "end": where.end_pos} if where else {}
    return {
        "class": extraction.extraction_class,
        "text": extraction.extraction_text,
        "attributes": extraction.attributes or {},
        **found,
    }


if __name__ == "__main__":
    main()
