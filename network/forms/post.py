from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Post
from .fields import KeyField, ProseField


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
        self.fields["text"] = ProseField(
            label=_("Your post"),
            length=rules.post_length,
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={"required": _("Write something first.")},
        )
        self.order_fields(["text", "audience", "key"])
