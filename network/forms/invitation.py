from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Invitation
from .fields import KeyField, LineField, ProseField


class InvitationForm(forms.Form):
    """How I know them, and a note; `rules` are those of the world."""

    how = forms.ChoiceField(
        label=_("How do you know each other?"),
        choices=Invitation.How,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you know each other.")},
    )
    email = LineField(
        label=_("Their e-mail address"),
        length=254,
        required=False,
        help_text=_("Needed for “We know each other another way”, and while you are restricted."),
    )
    key = KeyField()

    def __init__(self, *args, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"] = ProseField(
            label=_("Your note"),
            required=False,
            length=rules.note_length,
            widget=forms.Textarea(attrs={"rows": 5}),
            help_text=_("Say who you are and why you write to this person."),
        )
        self.order_fields(["how", "email", "note", "key"])
