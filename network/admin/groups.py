"""Groups and who stands in which; all acts are those of the people themselves."""

from django.contrib import admin
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ..models import Community, Membership
from .verbs import RemovingAdmin, SharedWorlds, VerbAdmin, VerbForm


@admin.register(Community)
class CommunityAdmin(RemovingAdmin):
    """Founded by people; looked at here, and removed when they should not be."""

    list_display = ("name", "is_private", "member_count", "world", "founded_at")
    list_select_related = ("world",)
    list_filter = ("is_private", ("world", SharedWorlds))
    search_fields = ("name", "description")
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request):
        inside = Q(memberships__standing__in=Membership.INSIDE)
        return super().get_queryset(request).annotate(members=Count("memberships", filter=inside))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("members"), ordering="members")
    def member_count(self, group):
        return group.members


class MembershipForm(VerbForm):
    """Adding a row joins, or asks to join a private group."""

    def act(self, community, person):
        community.join(person)
        return community.standing_of(person)


@admin.register(Membership)
class MembershipAdmin(VerbAdmin):
    """Deleting a row leaves the group, asks no longer, or allows back, as its standing is."""

    form = MembershipForm
    fields = ("community", "person")
    autocomplete_fields = ("community", "person")
    list_display = ("person", "community", "standing", "world", "since")
    list_select_related = ("person", "community", "world")
    list_filter = ("standing", ("world", SharedWorlds))
    search_fields = ("person__name", "community__name")
    actions = ("admit", "remove")

    def undo(self, seat):
        if seat.standing == Membership.Standing.ASKING:
            seat.community.take_back(seat.person)
        elif seat.standing == Membership.Standing.REMOVED:
            seat.community.allow_back(_moderator_of(seat), seat.person)
        else:
            seat.community.leave(seat.person)

    @admin.action(description=_("Let in, as a moderator"))
    def admit(self, request, queryset):
        said = ngettext_lazy("%(n)d person let in.", "%(n)d people let in.", "n")
        self.each(request, queryset, _admit, said)

    @admin.action(description=_("Remove from the group, as a moderator"))
    def remove(self, request, queryset):
        said = ngettext_lazy("%(n)d person removed.", "%(n)d people removed.", "n")
        self.each(request, queryset, _remove, said)


def _admit(seat):
    seat.community.admit(_moderator_of(seat), seat.person)


def _remove(seat):
    seat.community.remove_member(_moderator_of(seat), seat.person)


def _moderator_of(seat):
    """Of those who may see the person, who moderates the group for longest."""
    moderating = seat.community.memberships.moderating().seen_by(seat.person)
    chosen = moderating.select_related("person").order_by("since", "pk").first()
    return (chosen or seat.community.memberships.moderating().first()).person
