from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import KeyField, ProseField


class MessageForm(forms.Form):
    """A message; `rules` are those of the world."""

    occasion = forms.CharField(required=False, widget=forms.HiddenInput)
    key = KeyField()

    def __init__(self, *args, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"] = ProseField(
            label=_("Your message"),
            length=rules.message_length,
            widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            error_messages={"required": _("Write something first.")},
        )
        self.order_fields(["text", "occasion", "key"])
