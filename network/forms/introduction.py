from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import KeyField, ProseField


class IntroductionForm(forms.Form):
    """What the target is to read; `rules` are those of the world."""

    key = KeyField()

    def __init__(self, *args, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"] = ProseField(
            label=_("Your note"),
            length=rules.note_length,
            widget=forms.Textarea(attrs={"rows": 5}),
            help_text=_("Say who you are, and why you want to meet. Make the text your own."),
            error_messages={"required": _("Write why you want to meet.")},
        )
        self.order_fields(["note", "key"])
