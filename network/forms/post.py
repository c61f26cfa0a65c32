from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Post
from ..models.post import LONGEST_TITLE
from .fields import MARKS, KeyField, LineField, ProseField


class PostForm(forms.Form):
    """A post and who may see it; `rules` are those of the world.

    With `to_group` it goes to one group, which the page says.
    """

    audience = forms.ChoiceField(
        label=_("Who may see it"), choices=Post.OWN_AUDIENCES, initial=Post.Audience.FOLLOWERS
    )
    key = KeyField()

    def __init__(self, *args, rules, to_group=False, **kwargs):
        super().__init__(*args, **kwargs)
        if to_group:
            del self.fields["audience"]
        self.fields["text"] = self.text_field(rules)
        self.order_fields(["title", "text", "audience", "key"])

    def text_field(self, rules):
        return ProseField(
            label=_("Your post"),
            length=rules.post_length,
            help_text=MARKS,
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={"required": _("Write something first.")},
        )

    @property
    def said(self):
        """What the cleaned form says."""
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class ArticleForm(PostForm):
    """A long text with a title."""

    title = LineField(
        label=_("Title"),
        length=LONGEST_TITLE,
        error_messages={"required": _("Give your article a title.")},
    )

    def text_field(self, rules):
        return ProseField(
            label=_("Your article"),
            length=rules.article_length,
            help_text=_("A blank line begins a new paragraph.") + " " + MARKS,
            widget=forms.Textarea(attrs={"rows": 18}),
            error_messages={"required": _("Write something first.")},
        )


class ShareForm(PostForm):
    """Words to go with a post that somebody wrote; none are needed."""

    def text_field(self, rules):
        return ProseField(
            label=_("Your thought"),
            length=rules.post_length,
            required=False,
            help_text=_("Why should your readers read it?") + " " + MARKS,
            widget=forms.Textarea(attrs={"rows": 3}),
        )


def form_for(post):
    """The form that changes a post."""
    if post.is_share:
        return ShareForm
    return ArticleForm if post.title else PostForm
