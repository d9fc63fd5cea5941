"""A run as a task of Inspect, so that its viewer and its data frames open it; nothing is made or asked anew.

    pip install '.[inspect]'
    inspect eval evals/inspect_task.py -T run=RUN --model none
    inspect view

The solver gives what the run recorded, the scorer what our scorers say of it.
"""

import os
from math import nan
from pathlib import Path

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ModelOutput, ModelUsage
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from nutgraf_evals.inspect_rows import Row, of_folder


@task
def digests(run: str, seeds: str | None = None) -> Task:
    """The run in the folder `run`; `seeds` is a folder with texts that are known by hash only."""
    here = Path(os.environ.get("PWD", ""))  # Inspect calls this in the folder of this file
    scored, rows = of_folder(here / run, here / seeds if seeds else None)
    by_article = {row.article: row for row in rows}
    samples = [
        Sample(id=row.article, input=row.text, target=row.wanted, metadata={"story": row.story})
        for row in rows
    ]
    configuration = scored.run.configuration
    return Task(
        name=f"nutgraf-{scored.run.name}",
        dataset=MemoryDataset(samples, name=scored.run.name),
        solver=recorded(by_article, configuration.llm or configuration.maker),
        scorer=ours(by_article),
        metadata=configuration.model_dump(mode="json"),
    )


@solver
def recorded(rows: dict[str, Row], name: str) -> Solver:
    """Gives what was recorded. It says what that cost, or Inspect would fetch a tokenizer to count."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:  # noqa: ARG001 (every solver takes both)
        row = rows[str(state.sample_id)]
        used = row.usage
        state.output = ModelOutput.from_content(name, row.told)
        state.output.time = row.seconds
        state.output.usage = ModelUsage(
            input_tokens=used.input_tokens - used.cached_tokens,
            input_tokens_cache_read=used.cached_tokens,
            output_tokens=used.output_tokens,
            total_tokens=used.input_tokens + used.output_tokens,
        )
        state.messages.append(state.output.message)
        state.completed = True
        return state

    return solve


@scorer(metrics={"*": [mean(), stderr(cluster="story")]})
def ours(rows: dict[str, Row]) -> Scorer:
    """What our scorers said; a question that does not apply counts for nothing."""

    async def said(state: TaskState, target: Target) -> Score:  # noqa: ARG001 (every scorer takes both)
        row = rows[str(state.sample_id)]
        values = {name: nan if value is None else value for name, value in row.values.items()}
        return Score(value=values, answer=row.told, explanation=row.because)

    return said
