from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Recommendation
from ..paging import whole_number
from .fields import LineField, ProseField


class RecommendationForm(forms.Form):
    """What one says in favour of somebody; `rules` are those of the world."""

    relationship = forms.ChoiceField(
        label=_("How do you know each other?"),
        choices=Recommendation.Relationship,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you know each other.")},
    )
    place = LineField(
        label=_("Where"),
        length=100,
        required=False,
        help_text=_("The employer, school or project."),
    )
    # Which text the author had before them: another tab may have changed it.
    revision = forms.CharField(
        required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"] = ProseField(
            label=_("Your recommendation"),
            length=rules.recommendation_length,
            widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
            help_text=_("What you saw them do, and what came of it. They decide whether it shows."),
            error_messages={"required": _("Write something first.")},
        )
        self.order_fields(["relationship", "place", "text", "revision"])

    def clean_revision(self):
        return whole_number(self.cleaned_data["revision"]) or 0


class NoteForm(forms.Form):
    """What the recipient asks the author for; `rules` are those of the world."""

    def __init__(self, *args, rules, label, help_text, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"] = ProseField(
            label=label,
            length=rules.note_length,
            widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            help_text=help_text,
            error_messages={"required": _("Write a line or two first.")},
        )
