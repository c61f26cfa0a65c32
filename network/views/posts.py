from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..forms import PostForm, once
from ..middleware import needs_person
from ..models import Post
from .answers import posted


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request):
    """Write a post: the form on a page of its own, and where the feed's form is sent."""
    form = PostForm(posted(request), rules=request.person.world.rules)
    if request.method == "POST" and form.is_valid():
        text, audience = form.cleaned_data["text"], form.cleaned_data["audience"]
        key = once(form.cleaned_data["key"], text)
        Post.objects.publish(request.person, text, audience, key=key)
        messages.success(request, _("Your post is published."))
        return redirect("network:feed")
    return render(request, "network/post_write.html", {"form": form}, status=_status(form))


@needs_person
@require_safe
def show(request, pk):
    posts = (
        Post.objects.visible_to(request.person).select_related("author").with_edges(request.person)
    )
    return render(request, "network/post.html", {"post": get_object_or_404(posts, pk=pk)})


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, pk):
    post = _own(request, pk)
    form = PostForm(
        posted(request),
        rules=request.person.world.rules,
        initial={"text": post.text, "audience": post.audience},
    )
    if request.method == "POST" and form.is_valid():
        post.edit(form.cleaned_data["text"], form.cleaned_data["audience"])
        messages.success(request, _("Your post is changed."))
        return redirect(post)
    context = {"form": form, "post": post}
    return render(request, "network/post_edit.html", context, status=_status(form))


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request, pk):
    """Ask, then delete."""
    post = _own(request, pk)
    if request.method == "POST":
        post.remove()
        messages.success(request, _("Your post is deleted."))
        return redirect("network:feed")
    return render(request, "network/post_delete.html", {"post": post})


def _own(request, pk):
    return get_object_or_404(
        Post.objects.filter(author=request.person).select_related("author__world"), pk=pk
    )


def _status(form):
    return 422 if form.errors else 200
