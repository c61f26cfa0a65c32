from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.fields import KeyField, LineField, once


class StartForm(forms.Form):
    """What the learner is called in their own world."""

    name = LineField(
        label=_("Your name there"),
        max_length=80,
        help_text=_("An alias is fine. You can change it later."),
        error_messages={"required": _("Give a name; an alias is fine.")},
    )
    key = KeyField()

    @property
    def wanted(self):
        name = self.cleaned_data["name"]
        return {"name": name, "key": once(self.cleaned_data["key"], name)}
