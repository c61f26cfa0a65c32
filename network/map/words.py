"""What the map says of somebody, in sentences."""

from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .layout import FOLLOWS_ONLY


def ring_name(person):
    """For readers, who do not see the ring."""
    names = {1: _("1st degree"), 2: _("2nd degree"), 3: _("3rd degree")}
    return names.get(person.ring, _("no degree"))


def whom_we_know(person):
    """Which connections both have; '' where none is possible."""
    if person.mutual_count:
        names = [one["name"] for one in person.mutuals]
        return _put(_("You both know %(names)s."), names=_listed(names, person.mutual_count))
    if person.is_employer:
        return _("An employer is followed, never invited.")
    if person.ring == 1:
        return _("None of your other connections knows them.")
    if person.ring == FOLLOWS_ONLY:
        return _("No chain of connections leads to them.")
    return _("Nobody knows both of you. Two people stand between you.")


def what_connecting_brings(person):
    """Who would become 2nd degree; '' for whom one cannot connect with (any more)."""
    if person.tie.connected or person.is_employer:
        return ""
    if person.reach is None:
        return _("They do not show whom they are connected with.")
    count = person.reach.count
    if not count:
        return _("If you connected, nobody new would become 2nd degree.")
    said = ngettext(
        "If you connected, %(count)s person would become 2nd degree: %(names)s.",
        "If you connected, %(count)s people would become 2nd degree: %(names)s.",
        count,
    )
    return _put(said, count=count, names=_listed(person.reach.names, count))


def _listed(names, count):
    """The names, and how many more there are."""
    listed = format_html_join(", ", "<bdi>{}</bdi>", ((name,) for name in names))
    more = count - len(names)
    return _put(_("%(names)s and %(more)s more"), names=listed, more=more) if more else listed


def _put(sentence, **parts):
    """Fill in parts that are safe already, or numbers; the sentence is ours."""
    return SafeString(conditional_escape(sentence) % parts)
