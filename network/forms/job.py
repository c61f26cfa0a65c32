from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import ProseField


class ApplicationForm(forms.Form):
    """A letter for a job; `rules` are those of the world."""

    def __init__(self, *args, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["letter"] = ProseField(
            label=_("Your letter"),
            length=rules.application_length,
            widget=forms.Textarea(attrs={"rows": 10}),
            help_text=_("Why this work, why this employer, and what you bring. A page is enough."),
            error_messages={"required": _("Write a few sentences first.")},
        )
