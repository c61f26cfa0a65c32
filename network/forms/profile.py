from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Person
from .fields import LineField, ProseField


class ProfileForm(forms.ModelForm):
    """The top of one's own profile."""

    name = LineField(
        label=_("Name"),
        length=80,
        help_text=_("An alias is fine."),
        error_messages={"required": _("Give a name; an alias is fine.")},
    )
    headline = LineField(
        label=_("Headline"),
        length=120,
        required=False,
        help_text=_("What you do or look for, in one line."),
    )
    location = LineField(label=_("Place"), length=80, required=False)
    industry = LineField(label=_("Industry"), length=80, required=False)

    class Meta:
        model = Person
        fields = ("name", "headline", "location", "industry")

    def save(self):
        """Write these fields only. Raises Gone when the person was removed meanwhile."""
        self.instance.revise(**self.cleaned_data)


class AboutForm(forms.ModelForm):
    about = ProseField(
        label=_("About"),
        length=2000,
        required=False,
        help_text=_("Who you are, what you like to do, and what you look for."),
    )

    class Meta:
        model = Person
        fields = ("about",)

    def save(self):
        """Raises Gone."""
        self.instance.revise(**self.cleaned_data)
