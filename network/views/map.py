from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netsim.responses import page

from ..map.layout import FOLLOWS_ONLY, lay_out
from ..map.reading import MOST, described, network_of, ring_of, totals_of
from ..middleware import needs_person
from ..paging import by_name, whole_number


@needs_person
@require_safe
def show(request):
    """My network drawn, or the same as a table."""
    if request.GET.get("as") == "table":
        return _table(request)
    network = network_of(request.person, _("Other employers"))
    layout = lay_out(network.items, network.links)
    people = {person.pk: person for person in network.people}
    short = {1: _("1st"), 2: _("2nd"), 3: _("3rd")}
    context = {
        "network": network,
        "layout": layout,
        "spots": [(spot, people.get(spot.item.key)) for spot in layout.spots],
        "titles": [
            (ring, f"{short[ring.number]} · {network.totals[ring.number]}") for ring in layout.rings
        ],
        "follows_only": f"{_names()[FOLLOWS_ONLY]} · {network.totals[FOLLOWS_ONLY]}",
        "left_out": list(_left_out(network)),
    }
    return page(request, "network/map.html", context, fragment="drawing")


def _table(request):
    """One ring, a page at a time."""
    me, totals = request.person, totals_of(request.person)
    ring = _ring_asked_for(request, totals)
    people = by_name(ring_of(me, ring), request.GET.get("after"))
    context = {
        "ring": ring,
        "tabs": [(number, name, totals[number]) for number, name in _names().items()],
        "people": described(me, [person.pk for person in people]),
        "next": people.next,
        "key": f"as=table&ring={ring}&after",
    }
    return page(request, "network/map_table.html", context, fragment="rows")


def _ring_asked_for(request, totals):
    """The ring in the address; otherwise the first that has anybody."""
    asked = whole_number(request.GET.get("ring"))
    return asked if asked in MOST else next((ring for ring in MOST if totals[ring]), 1)


def _names():
    return {
        1: _("1st degree"),
        2: _("2nd degree"),
        3: _("3rd degree"),
        FOLLOWS_ONLY: _("Follows only"),
    }


def _left_out(network):
    """Sentences about who is in the table but not drawn by name."""
    for ring, name in _names().items():
        parts = {"ring": name, "drawn": network.drawn[ring], "total": network.totals[ring]}
        if parts["drawn"] >= parts["total"]:
            continue
        if ring == 3:
            said = _(
                "%(ring)s: %(total)s people are too many to draw. Most are counted by employer."
            )
        elif ring == FOLLOWS_ONLY:
            said = _("%(ring)s: %(drawn)s of %(total)s are drawn.")
        else:
            said = _(
                "%(ring)s: %(drawn)s of %(total)s are drawn. First come those you follow or who "
                "follow you, then those with most connections in common with you."
            )
        yield said % parts
    if network.is_cut:
        yield _("The 3rd degree was counted in a part of your network only, since it is large.")
