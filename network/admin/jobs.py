"""Jobs, who applied for them, and who keeps them."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ..models import Application, Job, SavedJob
from ..text import clean_line, clean_text
from .verbs import ReadOnlyAdmin, SharedWorlds, VerbAdmin, VerbForm


class JobForm(VerbForm):
    def act(self, title, text, employer=None, **more):
        if self.instance.pk is None:
            return employer.open_job(title, text, **more)
        return self.instance.revise(title, text, **more)

    def clean_title(self):
        return self._said(clean_line(self.cleaned_data["title"]))

    def clean_place(self):
        return clean_line(self.cleaned_data["place"])

    def clean_text(self):
        return self._said(clean_text(self.cleaned_data["text"]))

    def _said(self, text):
        if not text:
            raise ValidationError(_("Write something that can be seen."))
        return text


@admin.register(Job)
class JobAdmin(VerbAdmin):
    """Opened and changed for an employer, and closed by the action; what was applied for is never
    deleted."""

    form = JobForm
    fields = ("employer", "title", "place", "contract", "contact", "text")
    autocomplete_fields = ("employer", "contact")
    list_display = ("title", "employer", "place", "contract", "world", "opened_at", "closed_at")
    list_select_related = ("employer", "world")
    list_filter = (("closed_at", admin.EmptyFieldListFilter), "contract", ("world", SharedWorlds))
    search_fields = ("title", "employer__name", "place")
    actions = ("close",)

    def get_fields(self, request, obj=None):
        return (*self.fields, "opened_at", "closed_at") if obj else self.fields

    def get_readonly_fields(self, request, obj=None):
        return ("employer", "opened_at", "closed_at") if obj else ()

    def has_change_permission(self, request, obj=None):
        """A closed job stays as it was."""
        may = super(VerbAdmin, self).has_change_permission(request, obj)
        return may and (obj is None or obj.is_open)

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Close, as the employer"))
    def close(self, request, queryset):
        said = ngettext_lazy("%(n)d job closed.", "%(n)d jobs closed.", "n")
        self.each(request, queryset, Job.close, said)


@admin.register(Application)
class ApplicationAdmin(VerbAdmin):
    """Written by those who apply."""

    fields = ("person", "job", "letter", "at", "withdrawn_at")
    list_display = ("person", "job", "world", "at", "withdrawn_at")
    list_select_related = ("person", "job__employer", "world")
    list_filter = (("withdrawn_at", admin.EmptyFieldListFilter), ("world", SharedWorlds))
    search_fields = ("person__name", "job__title", "letter")
    actions = ("withdraw",)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Withdraw, as the person"))
    def withdraw(self, request, queryset):
        said = ngettext_lazy("%(n)d application withdrawn.", "%(n)d applications withdrawn.", "n")
        self.each(request, queryset, Application.withdraw, said)


@admin.register(SavedJob)
class SavedJobAdmin(ReadOnlyAdmin):
    list_display = ("person", "job", "world", "at")
    list_select_related = ("person", "job__employer", "world")
    list_filter = (("world", SharedWorlds),)
    search_fields = ("person__name", "job__title")
