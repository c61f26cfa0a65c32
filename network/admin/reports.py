"""The queue of what people report: open first, decided through the verbs of a report."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ..models import Mute, Report
from .verbs import ReadOnlyAdmin, VerbAdmin


@admin.register(Report)
class ReportAdmin(VerbAdmin):
    """Read here, decided by the actions. Only people report."""

    list_display = ("at", "state", "reason", "kind", "about", "beginning", "reporter", "world")
    list_select_related = ("about", "reporter", "world", "post", "comment", "message")
    list_filter = ("state", "reason", "kind", "world")
    search_fields = ("about__name", "reporter__name", "content", "text")
    fields = (
        ("state", "decided_by", "decided_at"),
        ("kind", "about", "subject_now"),
        "content",
        ("reason", "reporter", "at"),
        "text",
        "world",
    )
    readonly_fields = ("subject_now",)
    actions = ("dismiss", "remove_subject", "settle")

    def get_queryset(self, request):
        return super().get_queryset(request).open_first()

    def get_ordering(self, request):
        return ()

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_decide_permission(self, request):
        return request.user.has_perm("network.change_report")

    def each(self, request, queryset, verb, said):
        """As the editor who is signed in."""
        super().each(request, queryset, lambda report: verb(report, request.user), said)

    @admin.action(description=_("Dismiss: nothing needs to be done"), permissions=["decide"])
    def dismiss(self, request, queryset):
        said = ngettext_lazy("%(n)d report dismissed.", "%(n)d reports dismissed.", "n")
        self.each(request, queryset, Report.dismiss, said)

    @admin.action(description=_("Delete the post or comment"), permissions=["decide"])
    def remove_subject(self, request, queryset):
        said = ngettext_lazy("%(n)d post or comment deleted.", "%(n)d deleted.", "n")
        self.each(request, queryset, Report.remove_subject, said)

    @admin.action(description=_("Mark as acted on"), permissions=["decide"])
    def settle(self, request, queryset):
        said = ngettext_lazy("%(n)d report closed.", "%(n)d reports closed.", "n")
        self.each(request, queryset, Report.settle, said)

    @admin.display(description=_("what it said then"))
    def beginning(self, report):
        return report.content[:80]

    @admin.display(description=_("as it is now"))
    def subject_now(self, report):
        subject = report.subject
        if subject is None:
            return _("It is not there any more.")
        url = reverse(f"admin:network_{subject._meta.model_name}_change", args=[subject.pk])
        return format_html('<a href="{}">{}</a>', url, subject)


@admin.register(Mute)
class MuteAdmin(ReadOnlyAdmin):
    """A person's own business: looked at only when something has to be found out."""

    list_display = ("muter", "muted", "world", "since")
    list_select_related = ("muter", "muted", "world")
    list_filter = ("world",)
    search_fields = ("muter__name", "muted__name")
