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
    about = ProseField(label=_("About"), length=2000, required=False)
    location = LineField(label=_("Place"), length=80, required=False)
    industry = LineField(label=_("Industry"), length=80, required=False)

    class Meta:
        model = Person
        fields = ("name", "headline", "about", "location", "industry")

    def save(self):
        """Write these fields only; nothing when the person was removed meanwhile."""
        Person.objects.filter(pk=self.instance.pk).update(**self.cleaned_data)
