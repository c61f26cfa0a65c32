"""Introductions that were asked for, and suggestions that were put aside."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ..models import Dismissal, Introduction
from ..text import clean_text
from .verbs import VerbAdmin, VerbForm


class IntroductionForm(VerbForm):
    def act(self, asker, through, target, note):
        return asker.ask_to_be_introduced(through, target, clean_text(note))


@admin.register(Introduction)
class IntroductionAdmin(VerbAdmin):
    form = IntroductionForm
    fields = ("asker", "through", "target", "note")
    autocomplete_fields = ("asker", "through", "target")
    list_display = ("asker", "through", "target", "status", "world", "asked_at", "answered_at")
    list_select_related = ("asker", "through", "target", "world")
    list_filter = ("status", "world")
    search_fields = ("asker__name", "through__name", "target__name", "note")
    actions = ("pass_on", "decline", "withdraw")

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Pass on, as who was asked"))
    def pass_on(self, request, queryset):
        said = ngettext_lazy("%(n)d request passed on.", "%(n)d requests passed on.", "n")
        self.each(request, queryset, Introduction.pass_on, said)

    @admin.action(description=_("Decline, as who was asked"))
    def decline(self, request, queryset):
        said = ngettext_lazy("%(n)d request declined.", "%(n)d requests declined.", "n")
        self.each(request, queryset, Introduction.decline, said)

    @admin.action(description=_("Withdraw, as who asks"))
    def withdraw(self, request, queryset):
        said = ngettext_lazy("%(n)d request withdrawn.", "%(n)d requests withdrawn.", "n")
        self.each(request, queryset, Introduction.withdraw, said)


class DismissalForm(VerbForm):
    def act(self, person, other):
        person.dismiss(other)
        return Dismissal.objects.get(person=person, other=other)


@admin.register(Dismissal)
class DismissalAdmin(VerbAdmin):
    form = DismissalForm
    fields = ("person", "other")
    autocomplete_fields = ("person", "other")
    list_display = ("person", "other", "world", "at")
    list_select_related = ("person", "other", "world")
    list_filter = ("world",)
    search_fields = ("person__name", "other__name")

    def undo(self, dismissal):
        dismissal.person.suggest_again(dismissal.other)
