"""Worlds with their rules, and the people in them with their profiles."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ..models import Education, Experience, Person, Rules, Skill, World
from ..models.profile import MOST_SKILLS
from .verbs import RemovingAdmin, SharedWorlds, each


class RulesInline(admin.StackedInline):
    model = Rules
    can_delete = False


@admin.register(World)
class WorldAdmin(RemovingAdmin):
    """Worlds are made from scenario files; here they are looked at, named, paused and removed."""

    inlines = (RulesInline,)
    fields = ("name", "description", "owner", "seed", "speed", "is_paused", "now", "created_at")
    readonly_fields = ("seed", "now", "created_at")
    autocomplete_fields = ("owner",)
    list_display = ("name", "owner", "people_count", "now", "is_paused", "created_at")
    list_select_related = ("owner",)
    list_filter = ("is_paused",)
    search_fields = ("name", "owner__username")

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(people_count=Count("people"))

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        """Only what was changed: the clock has moved on while the form was open."""
        obj.save(update_fields=form.changed_data)

    @admin.display(description=_("people"), ordering="people_count")
    def people_count(self, world):
        return world.people_count


class ExperienceInline(admin.StackedInline):
    model = Experience
    fk_name = "person"
    extra = 0
    autocomplete_fields = ("employer",)


class EducationInline(admin.TabularInline):
    model = Education
    extra = 0


class SkillInline(admin.TabularInline):
    model = Skill
    extra = 0
    max_num = MOST_SKILLS
    validate_max = True


@admin.register(Person)
class PersonAdmin(RemovingAdmin):
    inlines = (ExperienceInline, EducationInline, SkillInline)
    fields = (
        ("world", "kind", "user"),
        ("name", "handle", "is_influencer", "is_recruiter"),
        "email",
        "headline",
        "about",
        ("location", "industry"),
        ("open_to_work", "avatar_seed"),
        ("followers_from", "follow_first", "connections_shown_to", "private_viewing"),
        "joined_at",
    )
    autocomplete_fields = ("world", "user")
    readonly_fields = ("joined_at",)
    list_display = ("name", "kind", "is_influencer", "is_recruiter", "headline", "handle", "world")
    list_select_related = ("world",)
    list_filter = (
        "kind",
        "is_influencer",
        "is_recruiter",
        "open_to_work",
        ("world", SharedWorlds),
    )
    search_fields = ("name", "handle", "headline")
    actions = ("choose", "dismiss")
    list_per_page = 50
    show_full_result_count = False

    def get_readonly_fields(self, request, obj=None):
        """Nobody changes worlds (W1), nor turns from a person into an employer; influencers are
        chosen by the actions (I1)."""
        fixed = ("world", "kind", "user", "is_influencer") if obj else ("is_influencer",)
        return (*self.readonly_fields, *fixed)

    @admin.action(description=_("Make influencers"))
    def choose(self, request, queryset):
        said = ngettext_lazy("%(n)d influencer chosen.", "%(n)d influencers chosen.", "n")
        each(self, request, queryset, Person.become_influencer, said)

    @admin.action(description=_("Take the influencer badge away"))
    def dismiss(self, request, queryset):
        said = ngettext_lazy("%(n)d badge taken away.", "%(n)d badges taken away.", "n")
        each(self, request, queryset, Person.stop_being_influencer, said)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """Nobody arrives as somebody who left."""
        if db_field.name == "kind":
            kwargs["choices"] = [
                one for one in Person.Kind.choices if one[0] != Person.Kind.DEPARTED
            ]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.joined_at = obj.world.now
        super().save_model(request, obj, form, change)
