"""Lists a page at a time, by key and never by offset."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from operator import attrgetter

from django.db.models import Q

SIZE = 20
LARGEST_KEY = 2**63 - 1


class Page(list):
    """Some rows of a list; `next` is the cursor of the page after them, None on the last."""

    next = None

    @classmethod
    def of(cls, rows, size, cursor):
        """The first `size` of `rows`, of which one more may be there."""
        rows = list(rows[: size + 1])
        page = cls(rows[:size])
        if len(rows) > size:
            page.next = cursor(page[-1])
        return page


def newest_first(queryset, before, size=SIZE, by="pk"):
    """Rows older than the key `before`, which may be anything a browser sends."""
    if (key := whole_number(before)) is not None:
        queryset = queryset.filter(**{f"{by}__lt": key})
    return Page.of(queryset.order_by(f"-{by}"), size, cursor=attrgetter(by))


def oldest_first(queryset, after, size=SIZE):
    """Rows newer than the key `after`, which may be anything a browser sends."""
    if (key := whole_number(after)) is not None:
        queryset = queryset.filter(pk__gt=key)
    return Page.of(queryset.order_by("pk"), size, cursor=lambda row: row.pk)


def by_name(people, after, size=SIZE):
    """People in the order of their names, after the place that the cursor `after` says."""
    rows = _after(people, _place(after)).order_by("name_key", "pk")
    return Page.of(rows, size, cursor=lambda person: _cursor(person.pk, person.name_key))


def in_tiers(tiers, after, size=SIZE):
    """Keys of the people of the first queryset by name, then of the next; at most ten of them.

    The next is asked only when the page is not full, since it is often dear and empty.
    """
    first, place = _tier(after, len(tiers))
    rows = []
    for number, tier in list(enumerate(tiers))[first:]:
        here = _after(tier, place if number == first else None).order_by("name_key", "pk")
        here = here.values_list("name_key", "pk")[: size + 1 - len(rows)]
        rows += [(number, *row) for row in here]
        if len(rows) > size:
            break
    page = Page.of(rows, size, cursor=lambda row: f"{row[0]}{_cursor(row[2], row[1])}")
    page[:] = [pk for _, _, pk in page]
    return page


def _after(people, place):
    if place is None:
        return people
    pk, name = place
    return people.filter(Q(name_key__gt=name) | Q(name_key=name, pk__gt=pk))


def _tier(after, many):
    """Which of the querysets a cursor of `in_tiers` is in, and the place there."""
    number, place = whole_number((after or "")[:1]), _place((after or "")[1:])
    return (number, place) if place and number is not None and number < many else (0, None)


def _cursor(pk, name):
    # The place itself: the person may have left the list when the next page is asked for.
    return urlsafe_b64encode(f"{pk} {name}".encode()).decode().rstrip("=")


def _place(cursor):
    """Key and folded name that a cursor says; None when it was forged."""
    try:
        text = urlsafe_b64decode(f"{cursor or ''}==").decode()
    except ValueError:
        return None
    pk, _, name = text.replace("\0", "").partition(" ")
    key = whole_number(pk)
    return None if key is None else (key, name)


def whole_number(text):
    """The number that `text` writes in plain digits, or None."""
    if text and text.isascii() and text.isdigit() and len(text) <= 19:
        return min(int(text), LARGEST_KEY)
    return None
