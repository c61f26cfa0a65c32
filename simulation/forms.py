from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.fields import ProseField
from network.models import Invitation

from .deciding.supposing import REMEMBERED, as_given

MOST = 30_000  # connections of anybody (C18)


class PredictionForm(forms.Form):
    """How many of ten would accept."""

    tenths = forms.TypedChoiceField(
        label=_("How many of ten people like them would accept this?"),
        choices=[(number, str(number)) for number in range(11)],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a number from 0 to 10."),
            "invalid_choice": _("Choose a number from 0 to 10."),
        },
    )


def _number(label, most, **more):
    errors = {"required": _("Give a number."), "invalid": _("Give a whole number.")}
    return forms.IntegerField(
        label=label, min_value=0, max_value=most, error_messages=errors, **more
    )


def _box(label):
    return forms.BooleanField(label=label, required=False)


class WhatIfForm(forms.Form):
    """What could have been otherwise, filled in with what was."""

    how = forms.ChoiceField(label=_("How you say you know each other"), choices=Invitation.How)
    mutual = _number(_("People whom you both know"), MOST)
    group = _box(_("We are in the same group"))
    active = _box(_("I wrote something in that group"))
    commented = _box(_("I wrote a thoughtful comment on a post of theirs"))
    replied = _box(_("I answered a question of theirs"))
    followed = _box(_("I had followed them for two days"))
    liked = _box(_("I reacted to a post of theirs"))
    endorsed = _box(_("I endorsed a skill of theirs"))
    thanked = _box(_("I had thanked them"))
    pushed = _box(_("I wrote three messages in a row, the last within five days"))
    completeness = _number(_("My profile without its picture, how complete (in percent)"), 100)
    avatar = _box(_("I chose a face for my profile"))
    pending = _number(_("My open invitations when they decided"), MOST)
    sent_today = _number(_("Invitations I sent that day"), MOST)

    SHOWN = ("completeness", "avatar", "pending", "sent_today")
    BEFORE = ("commented", "replied", "followed", "liked", "endorsed", "thanked", "pushed")
    PARTS = [
        (_("What you share"), ("mutual", "group", "active")),
        (_("What came before"), BEFORE),
        (_("What you show, and how much you send"), SHOWN),
    ]

    def __init__(self, *args, decision, **kwargs):
        invitation = decision.invitation
        was = as_given(decision.seen, decision.model_version)
        was |= {"how": invitation.how, "note": invitation.note}
        super().__init__(*args, initial=was, **kwargs)
        for name in REMEMBERED:
            if name not in was:  # it weighs nothing in the version of the decision
                del self.fields[name]
        self.fields["note"] = ProseField(
            label=_("The note"),
            required=False,
            length=invitation.world.rules.note_length,
            widget=forms.Textarea(attrs={"rows": 6}),
            help_text=_("It is held against what was true between you two at that time."),
        )
        for name in ("mutual", "completeness", "pending", "sent_today"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"

    @property
    def parts(self):
        return [
            (title, [self[name] for name in names if name in self.fields])
            for title, names in self.PARTS
        ]

    @property
    def given(self):
        """Only what differs from what was."""
        return {name: self.cleaned_data[name] for name in self.changed_data}
