"""Scenario files as people like to read them: texts in paragraphs, small things on one line."""

from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from .values import UNITS

HEADER = "# A world of netsim. The format is described in docs/scenario-format.md.\n"


class Inline(dict):
    """A mapping on one line: {who: mara-lindqvist, ago: 30d}."""


class InlineList(list):
    """A list on one line: [Excel, Demand planning]."""


def write(content):
    """The text of a file; `content` is made of dicts, lists, texts and whole numbers."""
    yaml = YAML(pure=True)
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 1_000_000
    stream = StringIO(HEADER)
    stream.seek(0, 2)
    yaml.dump(_styled(content), stream)
    return stream.getvalue()


def _styled(value):
    if isinstance(value, dict):
        styled = CommentedMap((key, _styled(part)) for key, part in value.items())
    elif isinstance(value, list):
        styled = CommentedSeq(_styled(part) for part in value)
    elif isinstance(value, str):
        return LiteralScalarString(f"{value}\n") if "\n" in value else value
    else:
        return value
    if isinstance(value, (Inline, InlineList)):
        styled.fa.set_flow_style()
    return styled


def ago_text(seconds):
    """93,600 → '1d 2h'."""
    parts = []
    for sign, unit in UNITS.items():
        number, seconds = divmod(seconds, unit)
        if number:
            parts.append(f"{number}{sign}")
    return " ".join(parts) or "0s"
