"""Frozen dataclasses as JSON keeps them, and back."""

from dataclasses import asdict, fields, is_dataclass
from typing import get_args, get_origin, get_type_hints


def stored(value):
    """What JSON can keep; sets in a fixed order."""
    return _plain(asdict(value))


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def restored(kind, data):
    """The dataclass of this kind that `stored` kept; what it did not know yet is its default."""
    hints = get_type_hints(kind)
    here = {each.name: data[each.name] for each in fields(kind) if each.name in data}
    return kind(**{name: _restored(hints[name], value) for name, value in here.items()})


def _restored(hint, value):
    if get_origin(hint) in (tuple, frozenset):
        return get_origin(hint)(_restored(get_args(hint)[0], each) for each in value)
    if is_dataclass(hint):
        return restored(hint, value)
    is_enum = isinstance(hint, type) and issubclass(hint, str) and hint is not str
    return hint(value) if is_enum else value
