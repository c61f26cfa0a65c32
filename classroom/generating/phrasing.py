"""Sentences from templates: one part of [this|that] is chosen, and {words} are filled in."""

import re
from collections import Counter
from dataclasses import asdict, replace

CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
RANGE = re.compile(r"<(\d+)-(\d+)>")


class _Words(dict):
    """{Trouble} is {trouble} at the beginning of a sentence."""

    def __missing__(self, key):
        word = self[key[0].lower() + key[1:]]
        return word[:1].upper() + word[1:]


def say(template, words, dice):
    chosen = CHOICE.sub(lambda found: dice.one(found[1].split("|")), template)
    return chosen.format_map(_Words(words)).strip()


def with_article(title):
    """'ward nurse' → 'a ward nurse'; of 'head of transport' there is only one."""
    if " of " in title:
        return title
    return f"{'an' if title[0] in 'aeiou' else 'a'} {title}"


def told(team, case, dice):
    """The case with figures in place of ranges; all of a team tell it with the same ones."""
    if case not in team.figures:
        phrases = {
            name: RANGE.sub(lambda found: str(dice.whole(int(found[1]), int(found[2]))), text)
            for name, text in asdict(case).items()
        }
        team.figures[case] = replace(case, **phrases)
    return team.figures[case]


class Seldom:
    """Gives each of some things about equally often, and seldom the same pair twice."""

    def __init__(self, dice):
        self.dice, self.given = dice, Counter()

    def one(self, things, beside=""):
        """The one given least together with `beside`, of these the one given least at all."""
        ranked = [
            (self.given[key, beside], self.given[key], self.dice.share(), place)
            for place, key in enumerate(map(str, things))
        ]
        chosen = things[min(ranked)[-1]]
        self.given[str(chosen), beside] += 1
        self.given[str(chosen)] += 1
        return chosen
