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
    if place := _place(after):
        pk, name = place
        people = people.filter(Q(name_key__gt=name) | Q(name_key=name, pk__gt=pk))
    return Page.of(people.order_by("name_key", "pk"), size, cursor=_cursor)


def _cursor(person):
    # The place itself: the person may have left the list when the next page is asked for.
    return urlsafe_b64encode(f"{person.pk} {person.name_key}".encode()).decode().rstrip("=")


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
