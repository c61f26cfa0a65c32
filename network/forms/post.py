from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Post
from .fields import KeyField, ProseField


class PostForm(forms.Form):
    """A post and who may see it; `rules` are those of the world."""

    audience = forms.ChoiceField(
        label=_("Who may see it"), choices=Post.Audience, initial=Post.Audience.FOLLOWERS
    )
    key = KeyField()

    def __init__(self, *args, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"] = ProseField(
            label=_("Your post"),
            length=rules.post_length,
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={"required": _("Write something first.")},
        )
        self.order_fields(["text", "audience", "key"])
