from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import KeyField, LineField, ProseField


class GroupForm(forms.Form):
    """A group as its founder or a moderator describes it; whether it is private stays as it was."""

    name = LineField(
        label=_("Name"),
        length=80,
        error_messages={"required": _("Give the group a name.")},
    )
    description = ProseField(
        label=_("What it is about"),
        length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody in this world can read it."),
    )
    rules = ProseField(
        label=_("Rules of the group"),
        length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What members agree to, such as “Ask before you advertise”."),
    )
    is_private = forms.TypedChoiceField(
        label=_("Who may join"),
        choices=[
            ("", _("Everybody: who is in it can be seen by all")),
            ("private", _("Whom a moderator lets in: only members see who is in it")),
        ],
        coerce=bool,
        empty_value=False,
        required=False,
        initial="",
        widget=forms.RadioSelect,
    )
    key = KeyField()

    def __init__(self, *args, is_new=True, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["is_private"]
