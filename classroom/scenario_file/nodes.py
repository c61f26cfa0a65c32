"""From the bytes of a file to a tree of texts, lists and mappings that know their places.

ruamel.yaml's pure Python parser gives the events; building the tree ourselves keeps every scalar a
text (`no`, `012` and `1:30` mean what they say) and keeps hostile files cheap.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from ruamel.yaml import YAML
from ruamel.yaml import events as yaml_events
from ruamel.yaml.error import MarkedYAMLError

from .problems import Place, shortened
from .yaml_errors import sentence_for

DEEPEST = 20


@dataclass(frozen=True)
class Limits:
    """How large a file may be: `megabytes`, and how many `values` it may hold."""

    megabytes: int
    values: int

    @property
    def bytes(self):
        return self.megabytes * 1_000_000


UPLOADED = Limits(megabytes=1, values=75_000)
AT_HAND = Limits(megabytes=20, values=2_000_000)  # from whoever has a shell, and so everything

# What YAML forbids, and the line ends that only some programs know.
_UNUSABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_HUGE_NUMBER = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}|^%.*[0-9]{9}", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    place: Place

    @property
    def is_empty(self):
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple
    place: Place

    @property
    def is_empty(self):
        return not self.items


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple  # of (Text, node)
    place: Place

    @property
    def is_empty(self):
        return not self.entries


def unusable_in(text):
    """The first character that no text of a file may hold, as a match, or None."""
    return _UNUSABLE.search(text)


def lines_of(text):
    """The lines of a file as the places count them."""
    return _LINE_END.split(text)


def parse(data, report, limits=UPLOADED):
    """The root of the tree in `data` (bytes). Raises InvalidScenario when there is none."""
    return _build(decode(data, report, limits), report, limits)


def decode(data, report, limits=UPLOADED):
    """The text in `data`, without a byte order mark. Raises InvalidScenario."""
    if len(data) > limits.bytes:
        report.stop(
            Place(1, 1),
            _("The file is larger than %(most)d MB. Take people or posts out, or make two files.")
            % {"most": limits.megabytes},
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.stop(Place(1, 1), _("The file is saved as UTF-16. Save it as UTF-8."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        report.stop(
            _place_after(before),
            _("Here is something that is not UTF-8 text. Save the file as UTF-8 and try again."),
        )
    if unusable := unusable_in(text):
        report.stop(
            _place_after(text[: unusable.start()]),
            _("Here is a character that cannot be used (%(code)s). Delete it and type it again.")
            % {"code": f"U+{ord(unusable[0]):04X}"},
        )
    return text


def _place_after(text):
    lines = lines_of(text)
    return Place(len(lines), len(lines[-1]) + 1)


def _build(text, report, limits):
    yaml = YAML(typ="base", pure=True)
    tree = _Tree(report, limits.values)
    try:
        for event in yaml.parse(text):
            tree.add(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        opened = error.context_mark or mark
        at, sentence = sentence_for(error, text, _place(opened), _place(mark))
        report.stop(at, sentence)
    except (ValueError, OverflowError):  # chr() or int() refused a number
        number = _HUGE_NUMBER.search(text)
        here = _place_after(text[: number.start()] if number else "")
        report.stop(here, _("netsim cannot read this number. Correct it or take it out."))
    if tree.root is None:
        report.stop(Place(1, 1), _("The file is empty. Begin with “scenario: 1”."))
    return tree.root


def _place(mark):
    return Place(mark.line + 1, mark.column + 1)


class _Tree:
    """Puts a parser's events together; never deeper than DEEPEST, so nothing here recurses."""

    def __init__(self, report, most):
        self.report, self.most = report, most
        self.root = None
        self.open = []  # (event that opened it, its children)
        self.nodes = 0

    def add(self, event):
        at = _place(event.start_mark)
        match event:
            case yaml_events.DocumentStartEvent():
                self._start_document(event, at)
            case yaml_events.AliasEvent():
                self.report(
                    at,
                    _("A text cannot start with * here. Put quotes around the text."),
                )
                self._add(Text(event.anchor, at))
            case yaml_events.ScalarEvent():
                self._refuse_anchor_and_tag(event, at)
                self._add(self._text(event, at))
            case yaml_events.CollectionStartEvent():
                self._refuse_anchor_and_tag(event, at)
                self._open(event, at)
            case yaml_events.CollectionEndEvent():
                self._close()

    def _start_document(self, event, at):
        if self.root is not None:
            self.report.stop(at, _("A file holds one scenario. Take out “---” and what follows."))
        if event.version or event.tags:
            self.report(at, _("Take out the lines above “---” that start with %."))

    def _refuse_anchor_and_tag(self, event, at):
        if event.anchor is not None:
            self.report(at, _("A text cannot start with & here. Put quotes around the text."))
        if event.tag is not None:
            self.report(at, _("A text cannot start with ! here. Put quotes around the text."))

    def _text(self, event, at):
        text = event.value
        if unusable := unusable_in(text):
            code = f"U+{ord(unusable[0]):04X}"
            self.report(
                at,
                _("This text holds a character that cannot be used (%(code)s). Take it out.")
                % {"code": code},
            )
            text = _UNUSABLE.sub(" ", text)
        return Text(text, at)

    def _open(self, event, at):
        if len(self.open) >= DEEPEST:
            self.report.stop(at, _("This is nested too deep. Put it less far to the right."))
        self._count(at)
        self.open.append((event, []))

    def _close(self):
        event, children = self.open.pop()
        at = _place(event.start_mark)
        if isinstance(event, yaml_events.SequenceStartEvent):
            node = Items(tuple(children), at)
        else:
            node = Mapping(tuple(self._entries(children)), at)
        self._attach(node)

    def _entries(self, children):
        seen = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Text):
                self.report(key.place, _("Write one plain word before the colon."))
            elif key.text in seen:
                self.report(
                    key.place,
                    _("“%(key)s” is written twice; the first is in line %(line)d. Keep one.")
                    % {"key": shortened(key.text), "line": seen[key.text]},
                )
            else:
                seen[key.text] = key.place.line
                yield key, value

    def _add(self, node):
        self._count(node.place)
        self._attach(node)

    def _attach(self, node):
        if self.open:
            self.open[-1][1].append(node)
        else:
            self.root = node

    def _count(self, at):
        self.nodes += 1
        if self.nodes > self.most:
            self.report.stop(
                at,
                _("The file holds more than %(most)s values. Take people or posts out.")
                % {"most": f"{self.most:,}"},
            )
