from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from network.forms.fields import KeyField, LineField, ProseField, once

from . import shipped, summary
from .checking import Checked


def _described(slug):
    scenario = shipped.scenario(slug)
    return f"{scenario.name}: {summary.in_words(scenario)}"


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


class FileForm(forms.Form):
    """Which scenario file to check: one's own, or one that comes with netsim."""

    file = forms.FileField(
        label=_("A file of your own"),
        required=False,
        help_text=_("A text file of at most 1 MB, written like those below."),
        error_messages={"empty": _("This file is empty. Choose another one.")},
    )
    shipped = forms.ChoiceField(
        label=_("Or one that comes with netsim"),
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: [(slug, _described(slug)) for slug in shipped.paths()],
    )

    def clean(self):
        if not self.errors and not any(map(self.cleaned_data.get, self.fields)):
            raise ValidationError(_("Choose a file, or one of those that come with netsim."))
        return self.cleaned_data

    @property
    def data_of_file(self):
        """Bytes. A file of one's own comes first."""
        if self.cleaned_data["file"]:
            return self.cleaned_data["file"].read()
        return shipped.paths()[self.cleaned_data["shipped"]].read_bytes()


class LoadForm(forms.Form):
    """A checked scenario, and what its world will be called."""

    name = LineField(
        label=_("Name of the new world"),
        max_length=80,
        help_text=_("Learners see it at the top of every page."),
        error_messages={"required": _("Give the world a name.")},
    )
    checked = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_checked(self):
        try:
            return Checked.from_signed(self.cleaned_data["checked"])
        except BadSignature as error:
            raise ValidationError(_("This check is too old. Choose the file again.")) from error


class LearnersForm(forms.Form):
    """Users who are to have a person in a world."""

    MOST = 500  # at once

    users = ProseField(
        label=_("User names"),
        help_text=_("One a line, as the learners chose them when they signed up."),
        error_messages={"required": _("Write at least one user name.")},
        widget=forms.Textarea(attrs={"rows": 10, "cols": 40, "spellcheck": "false"}),
    )

    def clean_users(self):
        wanted = {
            User.normalize_username(name): name
            for name in self.cleaned_data["users"].replace(",", " ").split()
        }
        if len(wanted) > self.MOST:
            raise ValidationError(
                _("Add at most %(most)d learners at once."), params={"most": self.MOST}
            )
        users = User.objects.filter(username__in=wanted, is_active=True).order_by("pk")
        nobody = wanted.keys() - {user.username for user in users}
        if nobody:
            raise ValidationError(
                _("Nobody has signed up as %(names)s. Correct the name or take it out."),
                params={"names": ", ".join(wanted[name] for name in sorted(nobody))},
            )
        return users
