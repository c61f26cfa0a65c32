"""Telling the editors of the world about a person, a post, a comment or a message."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..errors import Refusal
from ..forms import ReportForm
from ..middleware import needs_person
from ..models import Comment, Message, Post, Report
from .answers import posted, refused
from .people import other_person
from .posts import status_of

form_page = require_http_methods(["GET", "HEAD", "POST"])


@needs_person
@form_page
def person(request, handle):
    subject = other_person(request, handle)
    return _form(request, subject, "", subject.url)


@needs_person
@form_page
def post(request, pk):
    seen = Post.objects.visible_to(request.person).exclude(author=request.person)
    subject = get_object_or_404(seen.select_related("author"), pk=pk)
    return _form(request, subject, subject.text, subject.url)


@needs_person
@form_page
def comment(request, pk):
    me = request.person
    seen = Comment.objects.seen_by(me).exclude(author=me).select_related("author", "post")
    subject = get_object_or_404(seen.filter(post__in=Post.objects.visible_to(me)), pk=pk)
    return _form(request, subject, subject.text, f"{subject.post.url}#comment-{pk}")


@needs_person
@form_page
def message(request, handle, pk):
    author = other_person(request, handle)
    written = Message.objects.filter(author=author, reader=request.person)
    subject = get_object_or_404(written.select_related("author"), pk=pk)
    return _form(request, subject, subject.text, f"{author.messages_url}#newest")


def _form(request, subject, content, to):
    """Ask why, then tell the editors and go back to where the subject stands."""
    earlier = Report.objects.standing(request.person, subject)
    said = {"reason": earlier.reason, "text": earlier.text} if earlier else None
    form = ReportForm(posted(request), initial=said)
    if request.method == "POST" and form.is_valid():
        try:
            Report.objects.file(request.person, subject, **form.cleaned_data)
        except Refusal as refusal:
            return refused(request, refusal, to=reverse("network:feed"))
        messages.success(request, _thanks(earlier))
        return redirect(to)
    kind = Report.Kind.of(subject)
    context = {
        "form": form,
        "kind": kind,
        "about": subject if kind == Report.Kind.PERSON else subject.author,
        "content": content,
        "to": to,
        "earlier": earlier,
    }
    return render(request, "network/report.html", context, status=status_of(form))


def _thanks(earlier):
    if earlier is None:
        return _("Thank you. The editors of this world will look at it. Nobody else is told.")
    said = _(
        "You reported this already, %(ago)s ago. It stays one report, and the editors now read "
        "what you say now."
    )
    return said % {"ago": timesince(earlier.at, depth=1)}
