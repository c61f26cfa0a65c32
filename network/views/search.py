"""Search: one field in the head of every page, and here what was found."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..middleware import needs_person
from ..paging import SIZE
from ..references import tags_in
from ..search import KINDS, Asked, found
from .asked import searched

FEW = 3  # of each kind, where all are shown
TABS = {
    "": _("All"),
    "people": _("People"),
    "employers": _("Employers"),
    "jobs": _("Jobs"),
    "groups": _("Groups"),
    "posts": _("Posts"),
}
DEGREES = {"1": 1, "2": 2, "3": 3}


@needs_person
@require_safe
def show(request):
    """What says the words; a few of every kind, or one kind a page at a time."""
    kind = request.GET.get("in")
    kind = kind if kind in KINDS else ""
    asked = _asked(request)
    kinds, size = ([kind], SIZE) if kind else (list(KINDS), FEW)
    after = request.GET.get("after") if kind else None
    pages, only_near = found(request.person, kinds, asked, after, size)
    pages = sorted(pages.items(), key=lambda page: page[0] in only_near)
    context = {
        "asked": asked,
        "kind": kind,
        "tabs": [(one, label, _address(one, asked)) for one, label in TABS.items()],
        "sections": [(one, TABS[one], _address(one, asked), hits) for one, hits in pages if hits],
        "only_near": only_near,
        "tags": tags_in(asked.text) if kind in ("", "posts") else [],
        "pager": f"{_query(kind, asked)}&after",
    }
    return page(request, "network/search.html", context, fragment="list")


def _asked(request):
    said = set(request.GET.getlist("degree")[:10])
    return Asked(
        text=searched(request),
        degrees=tuple(degree for name, degree in DEGREES.items() if name in said),
        **{name: searched(request, name) for name in ("industry", "employer", "place", "school")},
    )


def _address(kind, asked):
    query = _query(kind, asked)
    return reverse("network:search") + (f"?{query}" if query else "")


def _query(kind, asked):
    """How an address asks for this; what does not concern the kind is left out."""
    asked = asked.of(kind)
    said = {"q": asked.text, "in": kind, "degree": asked.degrees}
    said |= {name: getattr(asked, name) for name in ("industry", "employer", "place", "school")}
    return urlencode({name: value for name, value in said.items() if value}, doseq=True)
