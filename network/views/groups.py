"""Groups: finding, founding, joining, leaving; what is posted there."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..errors import GroupNameTaken, Refusal
from ..forms import GroupForm, PostForm, once
from ..middleware import needs_person
from ..models import Community, Membership, Post
from ..paging import by_name, newest_first
from .answers import act, posted, refused, say_unreached
from .posts import status_of


@needs_person
@require_safe
def mine(request):
    """The groups I am in, and those that I ask to join."""
    stands = Q(standing__in=[*Membership.INSIDE, Membership.Standing.ASKING])
    return _list(request, _groups(request).filter(stands), tab="mine")


@needs_person
@require_safe
def index(request):
    """Every group of this world by name."""
    return _list(request, _groups(request), tab="all")


def _list(request, groups, **context):
    context["groups"] = by_name(groups, request.GET.get("after"))
    return page(request, "network/groups.html", context, fragment="list")


def _groups(request):
    return Community.objects.visible_to(request.person).for_cards(request.person)


def seen_group(request, slug):
    """A group of my world with my standing in it; 404 otherwise."""
    return get_object_or_404(_groups(request), slug=slug)


def joined_group(request, slug):
    """A group that I am a member of; 404 otherwise."""
    return get_object_or_404(_groups(request).filter(standing__in=Membership.INSIDE), slug=slug)


def moderated_group(request, slug):
    """A group that I moderate; 404 otherwise."""
    mine = _groups(request).filter(standing=Membership.Standing.MODERATOR)
    return get_object_or_404(mine, slug=slug)


def frame_of(request, group, tab):
    """What the head of a group's pages shows; to a moderator how many ask to join."""
    me, context = request.person, {"group": group, "tab": tab}
    context["is_inside"] = group.standing in Membership.INSIDE
    context["moderates"] = group.standing == Membership.Standing.MODERATOR
    if context["moderates"]:
        seats = group.memberships.seen_by(me)
        asking = Count("pk", filter=Q(standing=Membership.Standing.ASKING))
        context |= seats.aggregate(asking=asking)
    return context


@needs_person
@require_safe
def show(request, slug):
    return group_page(request, seen_group(request, slug))


def group_page(request, group, form=None):
    """A group with what is posted there, for its members; `form` could not be published."""
    me = request.person
    posts = Post.objects.visible_to(me).filter(community=group.pk).for_cards(me)
    context = frame_of(request, group, "posts") | {
        "posts": newest_first(posts, request.GET.get("before")),
        "form": form or PostForm(rules=me.world.rules, to_group=True),
    }
    status = status_of(context["form"])
    return page(request, "network/group.html", context, fragment="posts", status=status)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request, slug):
    """Post to a group; the form stands on the group's page."""
    group = joined_group(request, slug)
    if request.method != "POST":
        return redirect(group)
    form = PostForm(request.POST, rules=request.person.world.rules, to_group=True)
    if not form.is_valid():
        return group_page(request, group, form=form)
    text = form.cleaned_data["text"]
    key = once(form.cleaned_data["key"], text, group.slug)
    try:
        post = Post.objects.publish_in(group, request.person, text, key=key)
    except Refusal as refusal:
        return refused(request, refusal, to=group.url)
    messages.success(request, _("Your post is published in the group."))
    say_unreached(request, post)
    return redirect(group)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def found(request):
    form = GroupForm(posted(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        key = once(data.pop("key"), data["name"])
        try:
            return redirect(Community.objects.found(request.person, **data, key=key))
        except GroupNameTaken as refusal:
            form.add_error("name", str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "network/group_form.html", {"form": form}, status=status_of(form))


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, slug):
    group = moderated_group(request, slug)
    said = {name: getattr(group, name) for name in ("name", "description", "rules")}
    form = GroupForm(posted(request), initial=said, is_new=False)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in said}
        try:
            group.describe(request.person, **said)
        except GroupNameTaken as refusal:
            form.add_error("name", str(refusal))
        except Refusal as refusal:
            return refused(request, refusal, to=group.url)
        else:
            messages.success(request, _("The group is changed."))
            return redirect(group)
    context = {"form": form, "group": group}
    return render(request, "network/group_form.html", context, status=status_of(form))


@act
def join(request, slug):
    """Join a public group, ask to join a private one."""
    group = seen_group(request, slug)
    group.join(request.person)
    group = seen_group(request, slug)
    if request.htmx:
        return render(request, "network/groups.html#card", {"group": group})
    if group.standing == Membership.Standing.ASKING:
        messages.success(request, _("You asked to join. A moderator of the group decides."))
    else:
        messages.success(request, _("You are a member now."))
    return redirect(group)


@act
def take_back(request, slug):
    """Ask no longer to join."""
    group = seen_group(request, slug)
    group.take_back(request.person)
    if request.htmx:
        return render(request, "network/groups.html#card", {"group": seen_group(request, slug)})
    messages.success(request, _("You no longer ask to join."))
    return redirect(group)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request, slug):
    """Ask, with what it means, then leave."""
    group = joined_group(request, slug)
    if request.method == "POST":
        try:
            group.leave(request.person)
        except Refusal as refusal:
            return refused(request, refusal, to="/groups/")
        messages.success(request, _("You have left “%(group)s”.") % {"group": group.name})
        return redirect("network:groups")
    return render(request, "network/group_leave.html", {"group": group})
