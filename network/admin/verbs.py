"""Administration through the domain's verbs: the same locks, refusals and events as elsewhere."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import ValidationError
from django.db import router

from ..errors import Refusal


class VerbForm(forms.ModelForm):
    """Adding a row acts through a verb, so that a refusal stands in the form in words.

    Subclasses give `act(**cleaned)`, which returns the row that now stands.
    """

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            try:
                self.done = self.act(**cleaned)
            except Refusal as refusal:
                raise ValidationError(str(refusal)) from None
        return cleaned

    def _post_clean(self):
        """The verb has seen to what the database asks."""

    def save(self, commit=True):
        return self.done

    def save_m2m(self):
        """Nothing of the kind."""


class SharedWorlds(admin.RelatedFieldListFilter):
    """A filter by the worlds that are shared: private ones would make it endless."""

    def field_choices(self, field, request, model_admin):
        return field.get_choices(include_blank=False, limit_choices_to={"owner": None})


class RemovingAdmin(admin.ModelAdmin):
    """Rows removed by their own `remove()`; what goes along with them is counted."""

    def get_deleted_objects(self, objs, request):
        """Counts instead of a tree of thousands; what hangs on a row goes with it by right."""
        going = NestedObjects(using=router.db_for_write(self.model))
        going.collect(objs)
        counts = {
            model._meta.verbose_name_plural: len(rows) for model, rows in going.model_objs.items()
        }
        return [str(obj) for obj in objs], counts, set(), [str(row) for row in going.protected]

    def delete_model(self, request, obj):
        obj.remove()

    def delete_queryset(self, request, queryset):
        for row in queryset:
            row.remove()


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows to look at only."""

    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class VerbAdmin(admin.ModelAdmin):
    """Rows that are added by a verb, never changed by hand, and removed by `undo(row)`."""

    list_per_page = 50
    show_full_result_count = False

    def has_change_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        """The form's verb has written it."""

    def delete_model(self, request, obj):
        self.undo(obj)

    def delete_queryset(self, request, queryset):
        for row in queryset:
            self.undo(row)

    def each(self, request, queryset, verb, said):
        each(self, request, queryset, verb, said)


def each(model_admin, request, queryset, verb, said):
    """Do `verb` to each row; say how many were done, and each refusal once."""
    done, refusals = 0, set()
    for row in queryset:
        try:
            verb(row)
            done += 1
        except Refusal as refusal:
            refusals.add(str(refusal))
    if done:
        model_admin.message_user(request, said % {"n": done}, messages.SUCCESS)
    for refusal in sorted(refusals):
        model_admin.message_user(request, refusal, messages.WARNING)
