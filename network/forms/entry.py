"""Forms for the lines of a profile: jobs, schools, skills."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Value
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..folding import Fold
from ..models import Education, Experience, Person
from .fields import KeyField, LineField, ProseField, once

FIRST_YEAR, LAST_YEAR = 1900, 2099
MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-01)?")
MOST_NAMES = 200  # of employers that are offered while typing


class MonthField(forms.Field):
    """A month, as the date of its first day."""

    widget = forms.DateInput(format="%Y-%m", attrs={"type": "month", "placeholder": "2024-09"})

    def to_python(self, value):
        text = str(value or "").strip()
        if not text:
            return None
        found = MONTH.fullmatch(text)
        if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            raise ValidationError(_("Write a year and a month, such as 2024-09."), code="invalid")
        return date(int(found[1]), int(found[2]), 1)


class YearField(forms.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(
            min_value=FIRST_YEAR,
            max_value=LAST_YEAR,
            widget=forms.NumberInput(attrs={"placeholder": "2024"}),
            error_messages={
                name: gettext_lazy("Write a year from 1900 to 2099, such as 2024.")
                for name in ("required", "invalid", "min_value", "max_value")
            },
            **kwargs,
        )


class SuggestingInput(forms.TextInput):
    """One line, with names to choose from; any other may be typed."""

    names = ()

    def render(self, name, value, attrs=None, renderer=None):
        listed = f"{attrs['id']}-names"
        options = format_html_join("", '<option value="{}"></option>', ((n,) for n in self.names))
        line = super().render(name, value, {**attrs, "list": listed}, renderer)
        return format_html('{}<datalist id="{}">{}</datalist>', line, listed, options)


class EntryForm(forms.ModelForm):
    """A new line of somebody's profile, or one that stands there."""

    key = KeyField()

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = self.instance.person = person

    def save(self):
        """Raises Gone when the person has left meanwhile."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        if self.instance.pk:
            return self.instance.change(**said)
        key = once(self.cleaned_data["key"], *map(str, said.values()))
        return self._meta.model.objects.enter(self.person, key=key, **said)


class ExperienceForm(EntryForm):
    title = LineField(
        label=gettext_lazy("Title"),
        length=100,
        help_text=gettext_lazy("What you are or were there, such as Weekend stock assistant."),
        error_messages={"required": gettext_lazy("Say what you did there.")},
    )
    employer_name = LineField(
        label=gettext_lazy("Employer"),
        length=100,
        widget=SuggestingInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("An employer of this world, or any other name."),
        error_messages={"required": gettext_lazy("Say where it was; a few words are enough.")},
    )
    started_on = MonthField(
        label=gettext_lazy("From"),
        help_text=gettext_lazy("Year and month, such as 2024-09."),
        error_messages={"required": gettext_lazy("Say since when, such as 2024-09.")},
    )
    ended_on = MonthField(
        label=gettext_lazy("To"),
        required=False,
        help_text=gettext_lazy("Leave it empty while you are still there."),
    )
    text = ProseField(
        label=gettext_lazy("What you did"),
        length=1000,
        required=False,
        help_text=gettext_lazy(
            "One or two things that you did or learned, with a number if there is one."
        ),
    )

    class Meta:
        model = Experience
        fields = ("title", "employer_name", "started_on", "ended_on", "text")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        here = self._employers().order_by("name_key", "pk").values_list("name", flat=True)
        self.fields["employer_name"].widget.names = here[:MOST_NAMES]

    def _employers(self):
        """Those of this world whom the person can see (B1)."""
        return Person.objects.visible_to(self.person).filter(kind=Person.Kind.EMPLOYER)

    def clean_started_on(self):
        return self._not_later_than_now(self.cleaned_data["started_on"])

    def clean_ended_on(self):
        return self._not_later_than_now(self.cleaned_data["ended_on"])

    def _not_later_than_now(self, month):
        if month and month > self.person.world.now.date():
            raise ValidationError(_("This month is still to come in this world."), code="future")
        return month

    def clean(self):
        """A name of an employer of this world, however it is typed, leads to their page."""
        super().clean()
        said = self.cleaned_data
        if name := said.get("employer_name"):
            alike = self._employers().filter(name_key=Fold(Value(name))).order_by("pk").first()
            said["employer"] = alike
            said["employer_name"] = alike.name if alike else name
        return said


class EducationForm(EntryForm):
    school = LineField(
        label=gettext_lazy("School"),
        length=100,
        error_messages={"required": gettext_lazy("Name the school.")},
    )
    degree = LineField(label=gettext_lazy("Degree"), length=100, required=False)
    field = LineField(label=gettext_lazy("Field"), length=100, required=False)
    started_in = YearField(label=gettext_lazy("From (year)"))
    ended_in = YearField(
        label=gettext_lazy("To (year)"),
        required=False,
        help_text=gettext_lazy("The year in which you expect to finish counts too."),
    )

    class Meta:
        model = Education
        fields = ("school", "degree", "field", "started_in", "ended_in")


class SkillForm(forms.Form):
    name = LineField(
        label=gettext_lazy("New skill"),
        length=60,
        error_messages={"required": gettext_lazy("Name a skill first.")},
    )
