"""Lists a page at a time, by key and never by offset."""

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


def newest_first(queryset, before, size=SIZE):
    """Rows older than the key `before`, which may be anything a browser sends."""
    if (key := whole_number(before)) is not None:
        queryset = queryset.filter(pk__lt=key)
    return Page.of(queryset.order_by("-pk"), size, cursor=lambda row: row.pk)


def by_name(people, after, size=SIZE):
    """People in the order of their names, after the person with the handle `after`."""
    last = after and people.filter(handle=after).values_list("name_key", "pk").first()
    if last:
        name, pk = last
        people = people.filter(Q(name_key__gt=name) | Q(name_key=name, pk__gt=pk))
    return Page.of(people.order_by("name_key", "pk"), size, cursor=lambda person: person.handle)


def whole_number(text):
    """The number that `text` writes in plain digits, or None."""
    if text and text.isascii() and text.isdigit() and len(text) <= 19:
        return min(int(text), LARGEST_KEY)
    return None
