from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import MARKS, KeyField, ProseField


class CommentForm(forms.Form):
    """A comment, or an answer to the comment `parent`; `rules` are those of the world."""

    parent = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    key = KeyField()

    def __init__(self, *args, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"] = ProseField(
            label=_("Your comment"),
            length=rules.comment_length,
            help_text=MARKS,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": _("Write something first.")},
        )
        self.order_fields(["text", "parent", "key"])
