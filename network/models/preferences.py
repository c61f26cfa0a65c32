from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Preferences(models.Model):
    """What a person chose to show of themselves, and whom they let come near."""

    class OpenTo(models.TextChoices):
        NOBODY = "nobody", _("Nobody")
        EVERYBODY = "everybody", _("Everybody")
        RECRUITERS = "recruiters", _("Recruiters only")

    class Followers(models.TextChoices):
        EVERYBODY = "everybody", _("Everybody")
        CONNECTIONS = "connections", _("My connections only")

    class ShownTo(models.TextChoices):
        EVERYBODY = "everybody", _("Everybody who sees me")
        CONNECTIONS = "connections", _("My connections only")
        NOBODY = "nobody", _("Nobody but me")

    avatar_seed = models.CharField(
        _("chosen face"),
        max_length=64,
        blank=True,
        help_text=_("What the picture is drawn from; the handle when empty."),
    )
    open_to_work = models.CharField(
        _("open to work, seen by"), max_length=10, choices=OpenTo, default=OpenTo.NOBODY
    )
    followers_from = models.CharField(
        _("who may follow"), max_length=11, choices=Followers, default=Followers.EVERYBODY
    )
    connections_shown_to = models.CharField(
        _("who may see the connections"), max_length=11, choices=ShownTo, default=ShownTo.EVERYBODY
    )
    follow_first = models.BooleanField(
        _("offers Follow first"), default=False, help_text=_("As influencers do (I1).")
    )
    private_viewing = models.BooleanField(
        _("views in private"),
        default=False,
        help_text=_("Leaves no trace on profiles, and sees no viewers of their own."),
    )

    quiet = ArrayField(
        models.CharField(max_length=12),
        verbose_name=_("not told of"),
        default=list,
        blank=True,
        help_text=_("Topics of notifications, as Event.TOPICS names them."),
    )

    class Meta:
        abstract = True


CONSTRAINTS = [
    models.CheckConstraint(
        condition=Q(open_to_work__in=Preferences.OpenTo.values)
        & Q(followers_from__in=Preferences.Followers.values)
        & Q(connections_shown_to__in=Preferences.ShownTo.values),
        name="person_choices_are_known",
    ),
    models.CheckConstraint(
        condition=Q(avatar_seed="") | Q(avatar_seed__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
        name="person_face_is_plain",
        violation_error_message=_("A face is named with a–z, 0–9 and single hyphens."),
    ),
    models.CheckConstraint(
        condition=~Q(kind="employer") | Q(open_to_work="nobody"),
        name="person_employer_seeks_no_work",
        violation_error_message=_("An employer cannot be open to work."),
    ),
    models.CheckConstraint(
        condition=Q(followers_from="everybody")
        | (~Q(kind="employer") & Q(follow_first=False, is_influencer=False)),
        name="person_follow_first_can_be_followed",
        violation_error_message=_(
            "Employers, influencers and those who offer Follow first can be followed by everybody. "
            "Change one of the two."
        ),
    ),
]
