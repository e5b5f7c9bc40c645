"""The shipped phrases, as they are registered with behave, for people and for editors."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from behave.step_registry import registry

from handrail.acceptance import behave_steps

KEYWORDS = ("given", "when", "then")
_PARAMETER = re.compile(r'(?P<quote>"?)\{(?P<name>\w+)(?::(?P<type>\w+))?\}(?P=quote)')
_CHOICES = {"Direction": ("up", "down")}
_SPECIAL = re.compile(r"[\\/({]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: ``pattern`` as behave has it, ``phrase`` for people, what it means.

    ``expression`` is the same as a Cucumber Expression, for tools that know no other.
    """

    keyword: str
    noun: str
    phrase: str
    meaning: str
    details: str
    pattern: str
    expression: str


def phrases() -> list[Phrase]:
    """Every shipped phrase, the Givens first, in each keyword by noun."""
    nouns = [f"{behave_steps.__name__}.{noun}" for noun in behave_steps.__all__]
    found = [
        _phrase(keyword, definition.pattern, definition.func)
        for keyword in KEYWORDS
        for definition in registry.steps[keyword]
        if definition.func.__module__ in nouns
    ]
    order = list(behave_steps.__all__)
    return sorted(found, key=lambda each: (KEYWORDS.index(each.keyword), order.index(each.noun)))


def as_text(found: Iterable[Phrase]) -> str:
    """Each phrase with its meaning below it, under its keyword."""
    return "\n".join(_text_lines(found)) + "\n"


def as_json(found: Iterable[Phrase]) -> str:
    """A list of objects."""
    return json.dumps([asdict(each) for each in found], indent=2, ensure_ascii=False) + "\n"


def as_cucumber(found: Iterable[Phrase]) -> str:
    """Step definitions in the shape that Cucumber's language server reads best; nobody runs them.

    It takes the names in the braces of behave's phrases for types of parameters, and knows none.
    """
    head = "// For editors only, nobody runs this: handrail steps --format cucumber wrote it.\n"
    return head + "".join(
        f"\n/** {each.meaning} */\n"
        f"{each.keyword.title()}({json.dumps(each.expression)}, () => {{}})\n"
        for each in found
    )


def _phrase(keyword: str, pattern: str, function: object) -> Phrase:
    meaning, _, details = (inspect.getdoc(function) or "").partition("\n")
    return Phrase(
        keyword=keyword,
        noun=str(getattr(function, "__module__", "")).rpartition(".")[2],
        phrase=_PARAMETER.sub(_for_people, pattern),
        meaning=meaning,
        details=" ".join(details.split()),
        pattern=pattern,
        expression=_expression(pattern),
    )


def _for_people(found: re.Match[str]) -> str:
    choices = _CHOICES.get(found["type"])
    return "|".join(choices) if choices else f"{found['quote']}{{{found['name']}}}{found['quote']}"


def _expression(pattern: str) -> str:
    parts, end = [], 0
    for found in _PARAMETER.finditer(pattern):
        parts += [_plain(pattern[end : found.start()]), _type(found)]
        end = found.end()
    return "".join([*parts, _plain(pattern[end:])])


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _type(found: re.Match[str]) -> str:
    if found["type"] in _CHOICES:
        return "/".join(_CHOICES[found["type"]])
    if found["quote"]:
        return "{string}"
    return "{int}" if found["type"] == "d" else "{word}"


def _text_lines(found: Iterable[Phrase]) -> Iterator[str]:
    keyword = ""
    for each in found:
        if each.keyword != keyword:
            yield from ([""] if keyword else [])
            yield each.keyword.title()
            keyword = each.keyword
        yield f"  {each.phrase}"
        yield f"      {each.meaning}"
