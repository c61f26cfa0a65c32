"""Simulated people in the administration: how they behave, what is due, what they decided."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from network.admin.verbs import ReadOnlyAdmin, SharedWorlds

from .models import Approach, Decision, Due, Persona


@admin.register(Persona)
class PersonaAdmin(admin.ModelAdmin):
    """Made for every simulated person by the seed of their world; what is changed here stays."""

    fields = (
        "person",
        ("role", "level", "register"),
        ("openness", "busyness", "selectivity"),
        ("utc_offset", "workdays", "sessions"),
    )
    autocomplete_fields = ("person",)
    list_display = ("person", "role", "level", "openness", "busyness", "selectivity", "world")
    list_select_related = ("person__world",)
    list_filter = ("role", "level", ("person__world", SharedWorlds))
    search_fields = ("person__name", "person__handle")
    list_per_page = 50
    show_full_result_count = False

    def get_readonly_fields(self, request, obj=None):
        return ("person",) if obj else ()

    @admin.display(description=_("world"), ordering="person__world")
    def world(self, persona):
        return persona.person.world


@admin.register(Due)
class DueAdmin(ReadOnlyAdmin):
    list_display = ("at", "kind", "person", "about", "world")
    list_select_related = ("person", "other", "invitation__sender", "event__actor", "world")
    list_filter = ("kind", ("world", SharedWorlds))
    search_fields = ("person__name", "other__name", "invitation__sender__name")
    ordering = ("at", "rank")
    list_per_page = 50

    @admin.display(description=_("to whom"))
    def about(self, due):
        if due.invitation:
            return due.invitation.sender
        return due.event.actor if due.event else due.other


@admin.register(Approach)
class ApproachAdmin(ReadOnlyAdmin):
    """Who came to a learner unasked, and what it was worth; learners are not told before they
    have answered.
    """

    list_display = ("at", "label", "person", "learner", "cues", "world")
    list_select_related = ("person", "learner", "world")
    list_filter = ("label", ("world", SharedWorlds))
    search_fields = ("person__name", "learner__name")
    ordering = ("-at", "-pk")
    list_per_page = 50


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("at", "persona", "outcome", "is_late", "chance", "luck", "sender", "world")
    list_select_related = ("invitation__sender", "invitation__recipient", "invitation__world")
    list_filter = ("outcome", "is_late", ("invitation__world", SharedWorlds))
    search_fields = ("invitation__sender__name", "invitation__recipient__name")
    ordering = ("-at", "-pk")
    list_per_page = 50

    @admin.display(description=_("who decided"))
    def persona(self, decision):
        return decision.invitation.recipient

    @admin.display(description=_("sender"))
    def sender(self, decision):
        return decision.invitation.sender

    @admin.display(description=_("world"))
    def world(self, decision):
        return decision.invitation.world

    @admin.display(description=_("chance"), ordering="p")
    def chance(self, decision):
        return f"{decision.p:.2f}"

    @admin.display(description=_("luck"), ordering="u")
    def luck(self, decision):
        return f"{decision.u:.2f}"
