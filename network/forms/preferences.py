"""Forms for what a person shows of themselves, and to whom."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import avatars
from ..models import Event, Person


class OpenToWorkForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ("open_to_work",)
        labels = {"open_to_work": gettext_lazy("Who sees that you are open to work?")}
        widgets = {"open_to_work": forms.RadioSelect}
        help_texts = {
            "open_to_work": gettext_lazy(
                "They see a badge on your profile and wherever you are listed. Recruiters also "
                "work at employers where you may have a job now."
            )
        }

    def save(self):
        """Raises Gone."""
        self.instance.revise(**self.cleaned_data)


class FaceForm(forms.Form):
    """One of the faces that are offered to this person."""

    avatar_seed = forms.ChoiceField(
        label=gettext_lazy("Your face"),
        widget=forms.RadioSelect,
        error_messages={
            name: gettext_lazy("Choose one of these faces.")
            for name in ("required", "invalid_choice")
        },
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, initial={"avatar_seed": avatars.seed_of(person)}, **kwargs)
        self.person = person
        self.fields["avatar_seed"].choices = [
            (seed, _face(seed, number))
            for number, seed in enumerate(avatars.offered(person.handle), 1)
        ]

    def save(self):
        """Raises Gone."""
        self.person.revise(**self.cleaned_data)


def _face(seed, number):
    return format_html(
        '<img class="avatar is-72" src="{}" width="72" height="72" alt="{}">',
        avatars.address_of(seed),
        _("Face %(number)d") % {"number": number},
    )


class SettingsForm(forms.ModelForm):
    """Who may come near, what they may see, and what one wants to hear of."""

    told_of = forms.MultipleChoiceField(
        label=gettext_lazy("Tell me when"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(topic, label) for topic, (label, _verbs) in Event.TOPICS.items()],
        help_text=gettext_lazy("You always hear of invitations and of answers to yours."),
    )

    class Meta:
        model = Person
        fields = ("followers_from", "follow_first", "connections_shown_to", "private_viewing")
        labels = {
            "followers_from": gettext_lazy("Who may follow you?"),
            "follow_first": gettext_lazy("Offer Follow first on my profile"),
            "connections_shown_to": gettext_lazy("Who may see your list of connections?"),
            "private_viewing": gettext_lazy("Look at profiles in private"),
        }
        widgets = {
            "followers_from": forms.RadioSelect,
            "connections_shown_to": forms.RadioSelect,
        }
        help_texts = {
            "followers_from": gettext_lazy("Those who follow you already go on following you."),
            "follow_first": gettext_lazy(
                "As influencers have it: Follow is the main button, and Connect comes under “More”."
            ),
            "connections_shown_to": gettext_lazy(
                "Whoever you and a visitor both know is always shown to that visitor."
            ),
            "private_viewing": gettext_lazy(
                "Nobody learns that you looked at their profile, now or later. The price: while "
                "this is on, you do not see who looked at yours."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["told_of"] = [
            topic for topic in Event.TOPICS if topic not in self.instance.quiet
        ]

    def clean(self):
        super().clean()
        said = self.cleaned_data
        closed = said.get("followers_from") == Person.Followers.CONNECTIONS
        if closed and said.get("follow_first"):
            self.add_error(
                "follow_first",
                _("Only your connections may follow you, so Follow cannot come first. Change one."),
            )
        return said

    def save(self):
        """Write these choices only; nothing when the person was removed meanwhile."""
        said = dict(self.cleaned_data)
        wanted = said.pop("told_of")
        said["quiet"] = [topic for topic in Event.TOPICS if topic not in wanted]
        Person.objects.filter(pk=self.instance.pk).update(**said)
