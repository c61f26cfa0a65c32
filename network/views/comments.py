from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..errors import Refusal
from ..forms import CommentForm, once
from ..middleware import needs_person
from ..models import Comment, Post
from .answers import posted, refused, say_unreached, words_of_unreached
from .posts import post_page, status_of


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request, pk):
    """Write under a post, or answer a comment there; the form stands on the post's page."""
    post = get_object_or_404(Post.objects.visible_to(request.person), pk=pk)
    if request.method != "POST":
        return redirect(post)
    form = CommentForm(request.POST, rules=request.person.world.rules)
    if not form.is_valid():
        return post_page(request, pk, form=form)
    text, parent = form.cleaned_data["text"], form.cleaned_data["parent"]
    key = once(form.cleaned_data["key"], text, str(parent))
    try:
        comment = Post.objects.comment(request.person, pk, text, parent=parent, key=key)
    except Refusal as refusal:
        return refused(request, refusal)
    if request.htmx:
        words = words_of_unreached(request.person, post, comment)
        return post_page(request, pk, part="comments", unreached=words)
    say_unreached(request, post, comment)
    return redirect(f"{post.url}#comment-{comment.pk}")


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, pk):
    mine = Comment.objects.filter(author=request.person).select_related("author__world", "post")
    seen = mine.filter(post__in=Post.objects.visible_to(request.person))
    comment = get_object_or_404(seen, pk=pk)
    form = CommentForm(
        posted(request), rules=request.person.world.rules, initial={"text": comment.text}
    )
    if request.method == "POST" and form.is_valid():
        comment.edit(form.cleaned_data["text"])
        messages.success(request, _("Your comment is changed."))
        say_unreached(request, comment.post, comment)
        return redirect(f"{comment.post.url}#comment-{comment.pk}")
    context = {"form": form, "comment": comment}
    return render(request, "network/comment_edit.html", context, status=status_of(form))


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request, pk):
    """Ask, then delete: one's own comment, or one on one's own post."""
    me = request.person
    seen = Comment.objects.removable_by(me).seen_by(me).select_related("author", "post")
    comment = get_object_or_404(seen.filter(post__in=Post.objects.visible_to(me)), pk=pk)
    is_told = me.pk not in (comment.author_id, comment.post.author_id)  # by a moderator
    if request.method == "POST":
        try:
            (comment.take_down if is_told else comment.remove)(me)
        except Refusal as refusal:
            return refused(request, refusal, to=comment.post.url)
        messages.success(request, _("The comment is deleted."))
        return redirect(comment.post)
    context = {"comment": comment, "is_told": is_told}
    return render(request, "network/comment_delete.html", context)
