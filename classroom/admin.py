"""Seeding worlds in the administration, and taking them away as files."""

import uuid

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.admin import WorldAdmin as NetworkWorldAdmin
from network.forms.fields import once
from network.models import World

from . import shipped, summary
from .checking import Checked, marked
from .exporting import CannotExport, dump
from .forms import FileForm, LearnersForm, LoadForm
from .loading import load
from .scenario_file import InvalidScenario, read
from .starting import seat

admin.site.unregister(World)


@admin.register(World)
class WorldAdmin(NetworkWorldAdmin):
    change_list_template = "admin/classroom/worlds.html"
    change_form_template = "admin/classroom/world.html"

    def get_urls(self):
        def to(view):
            return self.admin_site.admin_view(view)

        return [
            path("seed/", to(self.seed), name="network_world_seed"),
            path("seed/load/", to(self.load), name="network_world_load"),
            path("seed/<slug:slug>.yaml", to(self.example), name="network_world_example"),
            path("<int:pk>/download/", to(self.download), name="network_world_download"),
            path("<int:pk>/learners/", to(self.learners), name="network_world_learners"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        context = {"may_seed": self.may_seed(request), **(extra_context or {})}
        return super().changelist_view(request, context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {"may_seat": self.may_seat(request), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def may_seat(self, request):
        return request.user.has_perm("network.add_person")

    def may_seed(self, request):
        return request.user.has_perm("network.add_world")

    def seed(self, request):
        """Choose a file; see what is wrong with it, or what it would make."""
        self._refuse_unless(self.may_seed(request))
        form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
        if not form.is_valid():
            return self._page(request, "seed", form=form, status=422 if form.errors else 200)
        data = form.data_of_file
        try:
            scenario = read(data)
        except InvalidScenario as error:
            return self._mistakes(request, data, error)
        checked = Checked(data.decode("utf-8-sig"))
        form = LoadForm(initial={"name": scenario.name, "checked": checked.signed()})
        return self._preview(request, form, scenario)

    def load(self, request):
        """Make the world that was previewed."""
        self._refuse_unless(self.may_seed(request))
        if request.method != "POST":
            return redirect("admin:network_world_seed")
        form = LoadForm(request.POST)
        if "checked" in form.errors:
            messages.error(request, form.errors["checked"][0])
            return redirect("admin:network_world_seed")
        checked = form.cleaned_data["checked"]
        try:
            scenario = read(checked.text.encode())
            if not form.is_valid():
                return self._preview(request, form, scenario, status=422)
            return self._load(request, scenario, form.cleaned_data["name"], checked.key)
        except InvalidScenario as error:  # known to the database, or learned since the check
            return self._mistakes(request, checked.text.encode(), error)

    def _load(self, request, scenario, name, key):
        key = once(uuid.UUID(key), name)
        is_new = not World.objects.filter(key=key, owner=None).exists()
        world = load(scenario, name=name, key=key)
        if is_new:
            self.log_addition(request, world, [{"added": {}}])
        messages.success(
            request,
            _("“%(name)s” is ready: %(counts)s. Add its learners next.")
            % {"name": world.name, "counts": summary.in_words(scenario)},
        )
        return self._to(request, world)

    def download(self, request, pk):
        """The world as a scenario file."""
        world = get_object_or_404(World.objects.select_related("rules"), pk=pk)
        self._refuse_unless(self.has_view_permission(request, world))
        try:
            text = dump(world)
        except CannotExport as error:
            messages.error(request, str(error))
            return redirect("admin:network_world_change", pk)
        return _file(text, slugify(world.name) or "world")

    def example(self, request, slug):
        """One of the files that come with netsim, to begin from."""
        self._refuse_unless(self.may_seed(request))
        if slug not in shipped.paths():
            raise Http404
        return _file(shipped.paths()[slug].read_bytes(), slug)

    def learners(self, request, pk):
        """Give users a person in this world."""
        self._refuse_unless(self.may_seat(request))
        world = get_object_or_404(World, pk=pk)
        form = LearnersForm(request.POST if request.method == "POST" else None)
        if not form.is_valid():
            context = {"form": form, "world": world, "title": _("Add learners")}
            status = 422 if form.errors else 200
            return self._page(request, "learners", status=status, **context)
        added = seat(world, form.cleaned_data["users"])
        messages.success(
            request,
            ngettext("%(n)d learner was added.", "%(n)d learners were added.", added)
            % {"n": added},
        )
        return self._to(request, world)

    def _to(self, request, world):
        """The world's page, for those who may see it."""
        if self.has_view_or_change_permission(request, world):
            return redirect("admin:network_world_change", world.pk)
        return redirect("admin:index")

    def _refuse_unless(self, is_allowed):
        if not is_allowed:
            raise PermissionDenied

    def _mistakes(self, request, data, error):
        return self._page(
            request,
            "seed",
            form=FileForm(),
            mistakes=[*marked(error.problems, data)],
            unshown=error.unshown,
            status=422,
        )

    def _preview(self, request, form, scenario, status=200):
        return self._page(
            request,
            "preview",
            form=form,
            scenario=scenario,
            numbers=summary.of_world(scenario),
            start=summary.of_learner(scenario),
            status=status,
        )

    def _page(self, request, name, *, status, **context):
        context |= {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": context.get("title", _("Make a world from a scenario file")),
        }
        return TemplateResponse(request, f"admin/classroom/{name}.html", context, status=status)


def _file(content, name):
    return HttpResponse(
        content,
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.yaml"'},
    )
