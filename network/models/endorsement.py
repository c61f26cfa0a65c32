from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..errors import SkillGone
from .block import beside_no_block
from .event import Event
from .pair import pair_lock
from .profile import Skill


class EndorsementQuerySet(models.QuerySet):
    def seen_by(self, viewer):
        """Not by people hidden from the viewer (B1, P6)."""
        return self.filter(beside_no_block("endorser", viewer))

    def between(self, one, other):
        return self.filter(Q(endorser=one, person=other) | Q(endorser=other, person=one))

    def give(self, endorser, skill):
        """E1: say that the person who lists this skill has it; twice is once.

        Raises GivingNeedsConnection, EmployersDoNotGive, SkillGone, Gone, Yourself.
        """
        with pair_lock(endorser.pk, skill.person_id) as pair:
            pair.refuse_to_give()
            # The row is held, so that whoever removes the skill waits and finds this too.
            listed = Skill.objects.select_for_update(no_key=True).filter(pk=skill.pk)
            if not listed.filter(person=pair.other).exists():
                raise SkillGone
            endorsement, is_new = self.get_or_create(
                endorser=pair.me,
                skill=skill,
                defaults={"world": pair.me.world, "person": pair.other, "at": pair.now},
            )
            if is_new:
                Event.record(pair.me, Event.Verb.ENDORSED, pair.other, endorsement=endorsement)
            return endorsement

    def take_back(self, endorser, skill):
        """By whoever gave it, connected or not; twice is once. Raises Gone, Yourself."""
        with pair_lock(endorser.pk, skill.person_id) as pair:
            if self.filter(endorser=pair.me, skill=skill).delete()[0]:
                Event.record(pair.me, Event.Verb.UNENDORSED, pair.other)


class Endorsement(models.Model):
    """Somebody's word that a connection has a skill which that person lists (E1).

    It goes with the skill and with a block (B1). It stays when only the connection ends: it was
    true when it was given, and its taking back would tell of a removal that is silent (C17).
    """

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    endorser = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        related_name="endorsements_given",
        verbose_name=_("endorser"),
    )
    person = models.ForeignKey(
        "Person", models.CASCADE, related_name="endorsements", verbose_name=_("person")
    )
    skill = models.ForeignKey(
        Skill, models.CASCADE, related_name="endorsements", verbose_name=_("skill")
    )
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    objects = EndorsementQuerySet.as_manager()

    class Meta:
        verbose_name = _("endorsement")
        verbose_name_plural = _("endorsements")
        constraints = [
            models.UniqueConstraint(fields=["endorser", "skill"], name="endorsement_once"),
            models.CheckConstraint(
                condition=~Q(endorser=F("person")), name="endorsement_not_of_oneself"
            ),
        ]

    def __str__(self):
        return f"{self.endorser}: {self.person}, {self.skill}"
