"""What browsers ask for in an address, cleaned."""

from ..text import clean_line

LONGEST_SEARCH = 80


def searched(request, field="q"):
    """What was typed into a search box, cut to a sensible length."""
    return clean_line(request.GET.get(field, "").replace("\x00", "")[:LONGEST_SEARCH])
