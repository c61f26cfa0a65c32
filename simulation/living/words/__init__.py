"""What simulated people say, put together from sentences that name something true.

A sentence is offered only when all that it names is known, and one that would mention somebody, tag
something or link somewhere because of what it names only when there is no other. Pure: what is said
comes in.
"""

import re

from network.references import refers

NAMED = re.compile(r"%\((\w+)\)")


def fitting(sentences, said):
    """Those of which everything that they name is known."""
    known = {name for name, value in said.items() if value}
    plain = {name for name in known if not refers(str(said[name]))}
    return _naming(plain, sentences) or _naming(known, sentences)


def _naming(these, sentences):
    return [each for each in sentences if these.issuperset(NAMED.findall(each))]


def shuffled(sentences, said, luck, stream):
    """All that fit, filled in, in the order of this luck."""
    there = fitting(sentences, said)
    order = sorted(range(len(there)), key=lambda n: (luck.draw(f"words.{stream}{n}"), n))
    return [there[n] % said for n in order]


def pick(sentences, said, luck, stream, taken=()):
    """One of the sentences, if possible none that stands in a text of `taken`."""
    order = shuffled(sentences, said, luck, stream)
    fresh = [each for each in order if not any(each in text for text in taken)]
    return (fresh or order)[0]
