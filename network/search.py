"""Search: people, employers, groups, jobs and posts, over what the searcher may see.

Of each kind what says the words is found. When nothing of a kind does, what nearly says them is
instead.
"""

from dataclasses import dataclass

from .finding import nearest, saying, words_of
from .models import Community, Job, Person
from .paging import SIZE, Page, by_name, in_tiers, newest_first
from .post_search import nearest_posts, posts_saying


@dataclass(frozen=True)
class Asked:
    """What to look for; the words may be left out, and all but them concerns people only."""

    text: str = ""
    degrees: tuple = ()
    industry: str = ""
    employer: str = ""
    place: str = ""
    school: str = ""

    @property
    def is_filtered(self):
        return self != Asked(self.text)

    @property
    def is_empty(self):
        return not self.text and not self.is_filtered

    def of(self, kind):
        """The same without what does not concern this kind."""
        return self if kind == "people" else Asked(self.text)


def found(me, kinds, asked, after=None, size=SIZE):
    """A page of each kind, and the kinds of which it holds what is only near.

    `after` is the cursor of a page, which may be anything a browser sends.
    """
    asks = {kind: asked.of(kind) for kind in kinds}
    pages = {
        kind: Page() if ask.is_empty else KINDS[kind].saying(me, ask, after, size)
        for kind, ask in asks.items()
    }
    if after or not words_of(asked.text):
        return pages, set()
    only_near = {kind for kind, hits in pages.items() if not hits}
    near = {kind: Page(KINDS[kind].nearest(me, asks[kind], size)) for kind in only_near}
    return pages | near, only_near


class People:
    """Other people than employers, with all that their cards show."""

    @classmethod
    def saying(cls, me, asked, after, size):
        rows, text = cls.among(me, asked), asked.text
        tiers = cls.tiers(rows, text) if text else [rows]
        page = in_tiers(tiers, after, size)
        cards = cls.cards(me).in_bulk(page)
        page[:] = [cards[pk] for pk in page if pk in cards]
        return page

    @classmethod
    def nearest(cls, me, asked, size):
        keys = [one.pk for one in nearest(cls.among(me, asked), asked.text, size)]
        cards = cls.cards(me).in_bulk(keys)
        return [cards[pk] for pk in keys if pk in cards]

    @staticmethod
    def tiers(rows, text):
        return [rows.named(text), rows.saying(text), rows.saying_with_employer(text)]

    @staticmethod
    def among(me, asked):
        people = Person.objects.others(me).exclude(kind=Person.Kind.EMPLOYER)
        if asked.degrees:
            people = people.of_degree(me, asked.degrees)
        if asked.employer:
            people = people.employed_at(asked.employer)
        if asked.school:
            people = people.schooled_at(asked.school)
        if asked.industry:
            people = people.in_industry(asked.industry)
        if asked.place:
            people = people.at_place(asked.place)
        return people

    @staticmethod
    def cards(me):
        return Person.objects.others(me).for_cards(me)


class Employers(People):
    """Employers, with how many open jobs each has."""

    @staticmethod
    def tiers(rows, text):
        return [rows.named(text), rows.saying(text)]

    @staticmethod
    def among(me, asked):
        return Person.objects.others(me).filter(kind=Person.Kind.EMPLOYER)

    @staticmethod
    def cards(me):
        return Person.objects.others(me).for_employer_cards(me)


class Groups:
    @classmethod
    def saying(cls, me, asked, after, size):
        return by_name(saying(cls.all(me), asked.text), after, size)

    @classmethod
    def nearest(cls, me, asked, size):
        return nearest(cls.all(me), asked.text, size)

    @staticmethod
    def all(me):
        return Community.objects.visible_to(me).for_cards(me).with_words()


class Jobs:
    """Those that are open."""

    @classmethod
    def saying(cls, me, asked, after, size):
        return newest_first(saying(cls.all(me), asked.text), after, size)

    @classmethod
    def nearest(cls, me, asked, size):
        return nearest(cls.all(me), asked.text, size)

    @staticmethod
    def all(me):
        return Job.objects.visible_to(me).open().for_cards(me).with_words()


class Posts:
    """Each with the part that says the words, as `snippet`."""

    @staticmethod
    def saying(me, asked, after, size):
        return posts_saying(me, asked.text, after, size)

    @staticmethod
    def nearest(me, asked, size):
        return nearest_posts(me, asked.text, size)


KINDS = {"people": People, "employers": Employers, "jobs": Jobs, "groups": Groups, "posts": Posts}
