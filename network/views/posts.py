from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..errors import Refusal
from ..forms import ArticleForm, CommentForm, PostForm, form_for, once
from ..middleware import needs_person
from ..models import Comment, Post
from ..paging import oldest_first
from .answers import posted, refused, say_unreached


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request):
    """Write a post: the form on a page of its own, and where the feed's form is sent."""
    return _write(request, PostForm)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def write_article(request):
    return _write(request, ArticleForm)


def _write(request, form_class):
    form = form_class(posted(request), rules=request.person.world.rules)
    if request.method == "POST" and form.is_valid():
        key = once(form.cleaned_data["key"], *form.said.values())
        post = Post.objects.publish(request.person, **form.said, key=key)
        said = _("Your article is published.") if post.title else _("Your post is published.")
        messages.success(request, said)
        say_unreached(request, post)
        return redirect(post if post.title else "network:feed")
    context = {"form": form, "is_article": form_class is ArticleForm}
    return render(request, "network/post_write.html", context, status=status_of(form))


@needs_person
@require_safe
def show(request, pk):
    return post_page(request, pk)


def post_page(request, pk, form=None, part=None, unreached=""):
    """A post with its comments, oldest first; `form` is a comment that could not be written.

    `unreached` says whom the comment that was written does not reach.
    """
    me = request.person
    post = get_object_or_404(Post.objects.visible_to(me).for_cards(me), pk=pk)
    comments = Comment.objects.filter(post=post).seen_by(me).for_cards(me)
    shown = oldest_first(comments.filter(parent=None), request.GET.get("after"))
    context = {
        "post": post,
        "comments": with_replies(shown, comments),
        "form": form or CommentForm(rules=me.world.rules),
        "moderates": moderates(me, post),
        "unreached": unreached,
    }
    status = status_of(context["form"])
    if part:
        return render(request, f"network/post.html#{part}", context, status=status)
    fragment = "list" if form is None else "comments"  # a later page, or the form as it was sent
    return page(request, "network/post.html", context, fragment=fragment, status=status)


def with_replies(shown, comments):
    """Each of the `shown` comments with the `answers` to it among `comments`, oldest first."""
    for comment in shown:
        comment.answers = []
    by_pk = {comment.pk: comment for comment in shown}
    for reply in comments.filter(parent__in=by_pk).order_by("pk"):
        by_pk[reply.parent_id].answers.append(reply)
    return shown


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, pk):
    post = _own(request, pk)
    form = form_for(post)(
        posted(request),
        rules=request.person.world.rules,
        to_group=post.community_id is not None,
        initial={"text": post.text, "audience": post.audience, "title": post.title},
    )
    if request.method == "POST" and form.is_valid():
        post.edit(**{"audience": post.audience} | form.said)
        messages.success(request, _("Your post is changed."))
        say_unreached(request, post)
        return redirect(post)
    context = {"form": form, "post": post}
    return render(request, "network/post_edit.html", context, status=status_of(form))


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request, pk):
    """Ask, then delete: one's own post, or one in a group that one moderates."""
    me = request.person
    mine_or_moderated = Q(author=me) | Q(
        community__in=me.memberships.moderating().values("community")
    )
    post = get_object_or_404(_seen(me).filter(mine_or_moderated), pk=pk)
    if request.method == "POST":
        try:
            _delete(request, post)
        except Refusal as refusal:
            return refused(request, refusal, to=post.url)
        return redirect(post.community or "network:feed")
    return render(request, "network/post_delete.html", {"post": post})


def _delete(request, post):
    if post.author_id == request.person.pk:
        post.remove()
        messages.success(request, _("Your post is deleted."))
    else:
        post.take_down(request.person)
        messages.success(request, _("The post is removed. Its author is told."))


def moderates(person, post):
    """Whether a person moderates the group of a post."""
    seats = person.memberships.moderating()
    return bool(post.community_id) and seats.filter(community=post.community_id).exists()


def _own(request, pk):
    return get_object_or_404(_seen(request.person).filter(author=request.person), pk=pk)


def _seen(person):
    return Post.objects.visible_to(person).select_related("author__world", "community")


def status_of(form):
    return 422 if form.errors else 200
