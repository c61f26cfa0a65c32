from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Report
from ..models.report import LONGEST_TEXT
from .fields import ProseField


class ReportForm(forms.Form):
    """Why the editors should look at something."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=Report.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={
            name: _("Choose what fits best.") for name in ("required", "invalid_choice")
        },
    )
    text = ProseField(
        label=_("What should the editors know?"),
        length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
