"""Reading the tree by tables: one value, a list, a record of named fields.

A reader takes a node and a report and always answers with something of the right type, so that
one mistake does not hide the next.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .nodes import Items, Mapping, Text
from .problems import Place, shortened


def one(parse, fallback=""):
    """One value, read by `parse` (see values.py)."""

    def read(node, report):
        if not isinstance(node, Text):
            report(node.place, _("Write one value here, not a list."))
            return fallback
        try:
            return parse(node.text)
        except ValueError as error:
            report(node.place, str(error))
            return fallback

    return read


def many(read_item, most=None):
    """A list."""

    def read(node, report):
        if not isinstance(node, Items):
            report(node.place, _("Write a list here: one line for each, beginning with “- ”."))
            return ()
        if most is not None and len(node.items) > most:
            report(
                node.items[most].place,
                ngettext(
                    "At most %(most)d may be listed here. Take this one and what follows out.",
                    "At most %(most)d may be listed here. Take this one and what follows out.",
                    most,
                )
                % {"most": most},
            )
        return tuple(read_item(item, report) for item in _written_items(node, report))

    return read


def _written_items(node, report):
    for item in node.items:
        if item.is_empty:
            report(
                item.place, _("Nothing is written after this “-”. Write something or delete it.")
            )
        else:
            yield item


@dataclass(frozen=True)
class Field:
    key: str
    read: Any
    attribute: str
    is_needed: bool


def needed(key, read, attribute=None):
    return Field(key, read, attribute or key, is_needed=True)


def optional(key, read, attribute=None):
    """Left out, or with nothing after its colon, it has the default of the record's class."""
    return Field(key, read, attribute or key, is_needed=False)


def record(made, *fields):
    """A mapping with these fields, as an object of the class `made`."""
    by_key = {field.key: field for field in fields}

    def read(node, report):
        if not isinstance(node, Mapping):
            report(node.place, _("Write “name: value” lines here: %(keys)s.") % _listed(by_key))
            return made(**_nothing(fields), place=node.place)
        values, places = _nothing(fields), {}
        for key, value in node.entries:
            field = by_key.get(key.text)
            if field is None:
                report(key.place, _unknown(key.text, by_key))
            elif not value.is_empty:
                values[field.attribute] = field.read(value, report)
                places[field.attribute] = value.place
            elif field.is_needed:
                report(key.place, _("Write something after this; it is needed."))
        _report_missing(node, fields, report)
        return made(**values, place=node.place, places=places)

    return read


def _nothing(fields):
    """What needed fields hold as long as they are not read: what their readers fall back to."""
    blank = Text("", Place(1, 1))
    return {field.attribute: field.read(blank, silently) for field in fields if field.is_needed}


def silently(place, sentence):
    """A report for what is reported elsewhere."""


def _report_missing(node, fields, report):
    there = {key.text for key, _value in node.entries}
    for field in fields:
        if field.is_needed and field.key not in there:
            report(node.place, _("Add “%(key)s:” here; it is needed.") % {"key": field.key})


def _unknown(key, known):
    key = shortened(key)
    if near := get_close_matches(key, known, n=1):
        return _("netsim does not know “%(key)s” here. Did you mean “%(near)s”?") % {
            "key": key,
            "near": near[0],
        }
    return _("netsim does not know “%(key)s” here. It knows: %(keys)s.") % {
        "key": key,
        **_listed(known),
    }


def _listed(keys):
    return {"keys": ", ".join(keys)}
