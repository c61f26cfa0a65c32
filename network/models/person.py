from functools import lru_cache

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    StringAgg,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, JSONObject
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ..errors import NothingToMute, OnlyConnectionsFollow, OnlySimulatedInfluencers
from ..expressions import SubqueryCount, is_one_of
from ..finding import saying, saying_on_line, says_all, says_some, words_of
from ..folding import Fold, words_in
from ..ties import Tie
from .application import Application
from .block import Block, beside_no_block
from .connection import Connection
from .conversation import Conversation
from .departure import handle_of_who_left, keep_what_others_wrote
from .dismissal import Dismissal
from .endorsement import Endorsement
from .event import Event
from .follow import Follow
from .introduction import Introduction
from .invitation import Invitation
from .job import Job
from .membership import Membership
from .message import Message
from .mute import Mute
from .occasion import occasions_of, waiting, with_occasions
from .pair import pair_lock
from .preferences import CONSTRAINTS as PREFERENCES_HOLD
from .preferences import Preferences
from .profile import Education, Experience, Skill, revising
from .profile_view import ProfileView
from .recommendation import Recommendation
from .saved_job import SavedJob
from .world import World

SEARCHED = ("name", "headline", "industry", "location")
HANDLE = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@lru_cache(maxsize=4096)  # reversing is the dearest part of a card
def _url(handle):
    return reverse("network:person", args=[handle])


def _named(text):
    """The condition that every word begins a word of the name; without a word nobody's does."""
    words = words_of(text)
    named = Q() if words else Q(pk__in=[])
    for word in words:
        folded = Fold(Value(word))
        named &= Q(name_key__startswith=folded) | Q(name_key__contains=Concat(Value(" "), folded))
    return named


class PersonQuerySet(models.QuerySet):
    def visible_to(self, viewer):
        """People who are in the viewer's world (W1), none of whom blocks the other (B1)."""
        return self._beside(viewer).exclude(kind=Person.Kind.DEPARTED)

    def in_messages_of(self, viewer):
        """Others whom the viewer can see, and those who wrote with the viewer and have left."""
        has_left = Q(kind=Person.Kind.DEPARTED)
        talks = Conversation.objects.filter(person=viewer, other=OuterRef("pk"))
        others = self._beside(viewer).exclude(pk=viewer.pk)
        return others.filter(~has_left | Exists(talks))

    def _beside(self, viewer):
        return self.filter(
            beside_no_block("pk", viewer),
            world=viewer.world_id,
        )

    def others(self, viewer):
        return self.visible_to(viewer).exclude(pk=viewer.pk)

    def named(self, text):
        """Those in whose name every word of the text begins a word; accents and case forgiven."""
        return self.filter(_named(text))

    def saying(self, text):
        """Those who say every word in one of SEARCHED, but not all of them in the name."""
        return saying(self.exclude(_named(text)), text)

    def saying_with_employer(self, text):
        """Those who say some of the words, but not all, and the rest with where they work now."""
        words = words_of(text)
        if len(words) < 2:
            return self.none()
        jobs = Experience.objects.filter(person=OuterRef("pk"), ended_on=None).order_by()
        names = jobs.values("person").values(
            said=StringAgg("employer_name", Value("\n "), output_field=TextField())
        )
        employers = Fold(Coalesce(Subquery(names), Value(""), output_field=TextField()))
        people = self.exclude(says_all(words)).filter(says_some(words))
        people = people.alias(
            together=Concat("words", Value("\n "), employers, output_field=TextField())
        )
        return people.filter(says_all(words, "together"))

    def in_industry(self, text):
        return saying_on_line(self, text, SEARCHED.index("industry") + 1)

    def at_place(self, text):
        return saying_on_line(self, text, SEARCHED.index("location") + 1)

    def of_degree(self, viewer, degrees):
        """Those who are so far from the viewer (D1); `degrees` are some of 1, 2 and 3."""
        if 3 in degrees:
            people = self.alias(how_far=Connection.objects.degree(viewer, "pk"))
            # Not "in": PostgreSQL would expect hardly anybody, and look at everybody to sort them.
            people = people.filter(how_far__gte=min(degrees))
            return people if tuple(degrees) != (1, 3) else people.exclude(how_far=2)
        mine = Connection.objects.of(viewer).values("other")
        theirs = Connection.objects.filter(person__in=mine).values("other")
        if 1 not in degrees:
            return self.filter(is_one_of("pk", theirs.difference(mine)))
        return self.filter(is_one_of("pk", mine.union(theirs) if 2 in degrees else mine))

    def employed_at(self, text):
        """Those who work now where the name begins so; accents and case forgiven."""
        jobs = Experience.objects.filter(ended_on=None)
        return self._having(jobs, "employer_name", text)

    def schooled_at(self, text):
        """Those who were at a school whose name begins so; accents and case forgiven."""
        return self._having(Education.objects, "school", text)

    def _having(self, entries, field, text):
        folded = entries.alias(folded=Fold(field))
        here = folded.filter(folded__startswith=Fold(Value(text)))
        return self.filter(pk__in=here.order_by().values("person"))

    def with_ties(self, viewer):
        """Each person with what stands between them and the viewer (`tie`) and their degree."""
        here = OuterRef("pk")
        mine = Connection.objects.filter(person=viewer)
        sent = Invitation.objects.seen_pending_by(viewer).filter(recipient=here)
        received = Invitation.objects.awaiting(viewer).filter(sender=here)
        return self.annotate(
            following_since=Subquery(
                Follow.objects.filter(follower=viewer, followed=here).values("since")
            ),
            followed_since=Subquery(
                Follow.objects.filter(follower=here, followed=viewer).values("since")
            ),
            connected_since=Subquery(mine.filter(other=here).values("since")),
            invited_pk=Subquery(sent.values("pk")[:1]),
            inviting_pk=Subquery(received.values("pk")[:1]),
            blocking=Exists(Block.objects.filter(blocker=viewer, blocked=here)),
            degree=Connection.objects.degree(viewer, "pk"),
        )

    def for_cards(self, viewer):
        """Each person with all that their card shows."""
        return self.with_ties(viewer).with_mutuals(viewer, names=2)

    def for_employer_cards(self, viewer):
        """Each employer with what stands between them and the viewer, and `job_count` open jobs."""
        jobs = Job.objects.open().filter(employer=OuterRef("pk")).values("pk")
        return self.with_ties(viewer).annotate(job_count=SubqueryCount(jobs))

    def with_profile(self, viewer):
        """Each person with their skills (`skill_cards`), their jobs and their `schools`.

        A job says whether the viewer can see its employer (`employer_is_seen`, B1).
        """
        skills = Skill.objects.filter(person=OuterRef("pk")).with_endorsements(viewer)
        schools = Education.objects.filter(person=OuterRef("pk"))
        shown = JSONObject(**{field: field for field in Education.SHOWN})
        seen = Person.objects.visible_to(viewer).filter(pk=OuterRef("employer"))
        jobs = Experience.objects.select_related("employer").annotate(employer_is_seen=Exists(seen))
        return self.annotate(
            skill_cards=ArraySubquery(skills.values(json=Skill.CARD)),
            schools=ArraySubquery(schools.values(json=shown)),
        ).prefetch_related(Prefetch("experience", jobs))

    def working_at(self, employer):
        """People whose present job is at this employer of their world."""
        return self.filter(
            Exists(
                Experience.objects.filter(person=OuterRef("pk"), employer=employer, ended_on=None)
            )
        )

    def with_shared_groups(self, viewer):
        """Each person with `shared_groups`: name and slug of those that they and the viewer are
        members of (C13), by name; there are not more than G1 allows.
        """
        here = Membership.objects.inside().filter(person=OuterRef("pk"))
        shared = here.filter(
            Exists(
                Membership.objects.inside().filter(person=viewer, community=OuterRef("community"))
            )
        )
        named = shared.order_by("community__name_key")
        return self.annotate(
            shared_groups=ArraySubquery(
                named.values(json=JSONObject(name="community__name", slug="community__slug"))
            )
        )

    def with_mutuals(self, viewer, names=3):
        """Each person with `mutual_count` and the first `names` of those both know."""
        mine = Connection.objects.of(viewer).values("other")
        theirs = Connection.objects.filter(person=OuterRef("pk")).order_by()
        counted = theirs.values("person").annotate(n=Count("other", filter=Q(other__in=mine)))
        named = theirs.filter(other__in=mine).order_by("other__name_key", "other")
        shown = JSONObject(name="other__name", handle="other__handle")
        return self.annotate(
            mutual_count=Coalesce(Subquery(counted.values("n")), 0),
            mutuals=ArraySubquery(named.values(json=shown)[:names]),
        )

    def with_occasions(self, viewer):
        """Those who have news on which one congratulates, each with their `occasions`."""
        return with_occasions(self, viewer)

    def with_news_for(self, viewer):
        """The viewer's connections who have news."""
        return self.others(viewer).filter(connections__other=viewer).with_occasions(viewer)

    def to_congratulate(self, viewer):
        """Of `with_news_for`, those on whose news the viewer has not congratulated yet."""
        return waiting(self.with_news_for(viewer), viewer)

    def with_mute(self, viewer):
        """Each person with whether the viewer keeps their posts out of the feed (`is_muted`)."""
        mutes = Mute.objects.filter(muter=viewer, muted=OuterRef("pk"))
        return self.annotate(is_muted=Exists(mutes))

    def with_workplace(self, viewer):
        """Each person with the employer of their present job (`workplace`), None without one.

        `name` as their profile shows it; `is_here` when the employer has a page in this world.
        """
        seen = Person.objects.visible_to(viewer).filter(pk=OuterRef("employer"))
        name = Case(When(Exists(seen), "employer__name"), default="employer_name")
        shown = JSONObject(name=name, is_here=Q(employer__isnull=False))
        jobs = Experience.objects.filter(person=OuterRef("pk"), ended_on=None)
        return self.annotate(
            workplace=Subquery(jobs.order_by("-started_on", "pk").values(shown=shown)[:1])
        )

    def mutual(self, one, other):
        """People whom both are connected with."""
        return self.filter(connections__other=one).filter(connections__other=other)


class Person(Preferences):
    """Somebody in one world: a learner, a simulated person or an employer."""

    class Kind(models.TextChoices):
        LEARNER = "learner", _("Learner")
        PERSONA = "persona", _("Simulated person")
        EMPLOYER = "employer", _("Employer")
        DEPARTED = "departed", _("Somebody who left")  # only in what others wrote to them

    world = models.ForeignKey(World, models.CASCADE, related_name="people", verbose_name=_("world"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("user"),
        help_text=_("Who acts as this person; set for learners only."),
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.PERSONA)
    handle = models.CharField(
        _("handle"),
        max_length=40,
        validators=[RegexValidator(HANDLE, _("Use a–z, 0–9 and single hyphens."))],
        help_text=_("The name in addresses, such as mara-lindqvist."),
    )
    name = models.CharField(_("name"), max_length=80)
    name_key = models.GeneratedField(
        expression=Fold("name"), output_field=models.TextField(), db_persist=True
    )
    email = models.EmailField(
        _("e-mail address"),
        blank=True,
        help_text=_("What counts as proof of knowing this person (C14). Never shown."),
    )
    is_influencer = models.BooleanField(
        _("influencer"), default=False, help_text=_("Carries a badge and offers Follow first (I1).")
    )
    is_recruiter = models.BooleanField(
        _("recruiter"),
        default=False,
        help_text=_("Sees who is open to work for recruiters only."),
    )
    headline = models.CharField(_("headline"), max_length=120, blank=True)
    about = models.TextField(_("about"), max_length=2000, blank=True)
    location = models.CharField(_("location"), max_length=80, blank=True)
    industry = models.CharField(_("industry"), max_length=80, blank=True)
    words = models.GeneratedField(  # what one is searched by
        expression=words_in(*SEARCHED),
        output_field=models.TextField(),
        db_persist=True,
    )
    notices_read_up_to = models.BigIntegerField(default=0, editable=False)
    joined_at = models.DateTimeField(_("joined"), editable=False)
    entered_at = models.DateTimeField(
        null=True, editable=False, help_text="Real time: when the user last chose this world."
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(fields=["world", "handle"], name="person_handle_in_world"),
            models.UniqueConstraint(fields=["world", "id"], name="person_world_key"),
            models.UniqueConstraint(fields=["world", "user"], name="person_one_seat_in_world"),
            models.CheckConstraint(
                condition=Q(kind="learner", user__isnull=False)
                | Q(kind__in=["persona", "employer", "departed"], user__isnull=True),
                name="person_learner_has_user",
                violation_error_message=_("A learner needs a user; nobody else has one."),
            ),
            models.CheckConstraint(
                condition=Q(handle__regex=HANDLE), name="person_handle_is_plain"
            ),
            models.CheckConstraint(
                condition=Q(is_influencer=False) | Q(kind="persona"),
                name="person_influencer_is_simulated",
                violation_error_message=_("Only simulated people can be influencers."),
            ),
            models.CheckConstraint(
                condition=Q(is_recruiter=False) | Q(kind="persona"),
                name="person_recruiter_is_simulated",
                violation_error_message=_("Only simulated people can be recruiters."),
            ),
            *PREFERENCES_HOLD,
        ]
        indexes = [
            models.Index(fields=["world", "name_key", "id"], name="person_by_name"),
            models.Index(
                fields=["world", "name_key", "id"],
                condition=Q(kind="employer"),
                name="person_employers",
            ),
            GinIndex(OpClass(F("name_key"), "gin_trgm_ops"), name="person_name_trigrams"),
            GinIndex(OpClass(F("words"), "gin_trgm_ops"), name="person_words_trigrams"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return self.url

    @property
    def url(self):
        return _url(self.handle)

    @property
    def messages_url(self):
        """Where one writes with this person."""
        return reverse("network:conversation", args=[self.handle])

    @property
    def is_simulated(self):
        return self.kind in (self.Kind.PERSONA, self.Kind.EMPLOYER)

    @property
    def has_left(self):
        return self.kind == self.Kind.DEPARTED

    @property
    def is_employer(self):
        return self.kind == self.Kind.EMPLOYER

    @cached_property
    def tie(self):
        """What stands between the viewer of `with_ties` and this person."""
        return Tie(
            following=self.following_since is not None,
            followed=self.followed_since is not None,
            connected=self.connected_since is not None,
            invited=self.invited_pk is not None,
            inviting=self.inviting_pk is not None,
            blocking=self.blocking,
        )

    @property
    def occasions(self):
        """What one may congratulate them on now; for people of `with_occasions`."""
        return occasions_of(self)

    @property
    def offers_follow_first(self):
        """Whether Follow is offered before Connect (I1)."""
        return self.is_influencer or self.follow_first

    def refusal_to_be_followed(self, tie):
        """What somebody with this tie to me is told who wants to follow me; None when they may."""
        closed = self.followers_from == self.Followers.CONNECTIONS
        return OnlyConnectionsFollow() if closed and not tie.connected else None

    @property
    def follow_refusal(self):
        """`refusal_to_be_followed` for the viewer of `with_ties`."""
        return self.refusal_to_be_followed(self.tie)

    def is_open_to_work_for(self, viewer):
        if self.open_to_work == self.OpenTo.RECRUITERS:
            return viewer.is_recruiter or viewer.pk == self.pk
        return self.open_to_work == self.OpenTo.EVERYBODY

    def shows_connections_to(self, viewer, connected):
        """Whether this viewer may see all my connections; those whom both know are no secret."""
        if self.connections_shown_to == self.ShownTo.CONNECTIONS:
            return connected or viewer.pk == self.pk
        return self.connections_shown_to == self.ShownTo.EVERYBODY or viewer.pk == self.pk

    def proves(self, email):
        """Whether `email` is the address by which others may prove that they know me (C14)."""
        return bool(self.address) and self.address.casefold() == email.strip().casefold()

    @property
    def address(self):
        """The e-mail address of the user behind a learner, or the simulated one; "" without."""
        return self.user.email if self.user else self.email

    @property
    def unread_notices(self):
        return Event.objects.notices_for(self).filter(pk__gt=self.notices_read_up_to)

    @property
    def newest_notice(self):
        """The key of the last thing one has been told, 0 when there is none."""
        told = Event.objects.notices_for(self).order_by("-pk").values_list("pk", flat=True)
        return told.first() or 0

    def read_notices(self, up_to=None):
        """Take what one has been told so far, or up to an event, as read."""
        newest = self.newest_notice
        read = newest if up_to is None else min(up_to, newest)
        unread = Person.objects.filter(pk=self.pk, notices_read_up_to__lt=read)
        unread.update(notices_read_up_to=read)  # another tab may have read more

    def revise(self, **said):
        """Change these fields of one's own profile, and nothing else. Raises Gone."""
        with revising(self):
            Person.objects.filter(pk=self.pk).update(**said)
            Event.record(self, Event.Verb.REVISED)

    # What a person does to another. Each takes the pair lock and records one event.

    def follow(self, other):
        """F1, F2. Following twice is following once.

        Raises OnlyConnectionsFollow, Gone, Yourself.
        """
        with pair_lock(self.pk, other.pk) as pair:
            if not pair.tie.following:
                if refusal := pair.other.refusal_to_be_followed(pair.tie):
                    raise refusal
                pair.become(pair.tie.follow())
                Event.record(pair.me, Event.Verb.FOLLOWED, pair.other)

    def unfollow(self, other):
        """F3: keeps a connection. F4: nobody is told."""
        with pair_lock(self.pk, other.pk) as pair:
            if pair.tie.following:
                pair.become(pair.tie.unfollow())
                Event.record(pair.me, Event.Verb.UNFOLLOWED, pair.other)

    def invite(self, other, how, note="", email="", **more):
        """Ask `other` to connect; see `Invitation.objects.send`."""
        return Invitation.objects.send(self, other, how=how, note=note, email=email, **more)

    def ask_to_be_introduced(self, through, target, note, key=None):
        """See `Introduction.objects.ask`."""
        return Introduction.objects.ask(self, through, target, note, key=key)

    def dismiss(self, other):
        """Do not suggest `other` to me any more. Dismissing twice is dismissing once.

        Raises Gone, Yourself.
        """
        with pair_lock(self.pk, other.pk) as pair:
            _, is_new = Dismissal.objects.get_or_create(
                person=pair.me,
                other=pair.other,
                defaults={"world": pair.me.world, "at": pair.now},
            )
            if is_new:
                Event.record(pair.me, Event.Verb.DISMISSED, pair.other)

    def suggest_again(self, other):
        """Take back `dismiss`. Raises Gone, Yourself."""
        with pair_lock(self.pk, other.pk) as pair:
            if Dismissal.objects.filter(person=pair.me, other=pair.other).delete()[0]:
                Event.record(pair.me, Event.Verb.UNDISMISSED, pair.other)

    def write(self, other, text, key=None):
        """Send `other` a message; see `Message.objects.send`."""
        return Message.objects.send(self, other, text, key=key)

    def congratulate(self, other, occasion, text, key=None):
        """Write to a connection on their news, once; `occasion` is the key of an `Occasion`.

        Raises AlreadyCongratulated, NewsIsOver, and what `write` raises.
        """
        return Message.objects.send(self, other, text, key=key, occasion=occasion)

    def endorse(self, skill):
        """E1: say that a connection has this skill; see `Endorsement.objects.give`."""
        return Endorsement.objects.give(self, skill)

    def unendorse(self, skill):
        """Take it back."""
        Endorsement.objects.take_back(self, skill)

    def recommend(self, other, **said):
        """Say something in favour of a connection; see `Recommendation.objects.write`."""
        return Recommendation.objects.write(self, other, **said)

    def ask_recommendation(self, other, note):
        """Ask a connection for one; see `Recommendation.objects.ask`."""
        return Recommendation.objects.ask(self, other, note)

    def disconnect(self, other, keep_following=False):
        """C17. Who lets only connections follow is not followed on. Raises NotConnected."""
        with pair_lock(self.pk, other.pk) as pair:
            pair.refuse_unless_connected()
            alone = pair.tie.disconnect(keep_following)
            if pair.other.refusal_to_be_followed(alone):
                alone = alone.unfollow()
            pair.become(alone)
            Recommendation.objects.between(pair.me, pair.other).asked().delete()
            Event.record(pair.me, Event.Verb.DISCONNECTED, pair.other)

    def block(self, other):
        """B1: ends everything between the two; blocking twice is blocking once."""
        with pair_lock(self.pk, other.pk, even_if_blocked=True) as pair:
            if not pair.tie.blocking:
                Invitation.objects.end_between(pair.me, pair.other)
                Application.objects.end_between(pair.me, pair.other)
                SavedJob.objects.between(pair.me, pair.other).delete()
                ProfileView.objects.between(pair.me, pair.other).delete()
                Endorsement.objects.between(pair.me, pair.other).delete()
                Recommendation.objects.between(pair.me, pair.other).delete()
                pair.become(pair.tie.block())
                Event.record(pair.me, Event.Verb.BLOCKED, pair.other)

    def unblock(self, other):
        """B1: only the blocker lifts it, and nothing comes back."""
        with pair_lock(self.pk, other.pk, even_if_blocked=True) as pair:
            if pair.tie.blocking:
                pair.become(pair.tie.unblock())
                Event.record(pair.me, Event.Verb.UNBLOCKED, pair.other)

    # Work and the editors' choice.

    def open_job(self, title, text, **more):
        """Offer work; followers are told. `more` is place, contract and contact.

        Raises OnlyEmployersHire, ContactElsewhere.
        """
        return Job.open_at(self, title, text, **more)

    def apply(self, job, letter):
        """Send a letter for a job; see `Application.objects.send`."""
        return Application.objects.send(self, job, letter)

    def become_influencer(self):
        """I1: chosen by the world's editors, and everybody may follow.

        Raises OnlySimulatedInfluencers.
        """
        self._choose(True, Event.Verb.CHOSEN)

    def stop_being_influencer(self):
        self._choose(False, Event.Verb.UNCHOSEN)

    def _choose(self, chosen, verb):
        if self.kind != self.Kind.PERSONA:
            raise OnlySimulatedInfluencers
        with transaction.atomic():
            others = Person.objects.filter(pk=self.pk, is_influencer=not chosen)
            if others.update(is_influencer=chosen, followers_from=self.Followers.EVERYBODY):
                Event.record(self, verb)
        self.refresh_from_db(fields=["is_influencer", "followers_from"])

    def mute(self, other):
        """Keep what `other` posts out of my feed; muting twice is muting once.

        Raises NothingToMute, Gone, Yourself.
        """
        with pair_lock(self.pk, other.pk) as pair:
            if not (pair.tie.following or pair.tie.connected):
                raise NothingToMute
            Mute.objects.get_or_create(
                muter=pair.me,
                muted=pair.other,
                defaults={"world": pair.me.world, "since": pair.now},
            )

    def unmute(self, other):
        Mute.objects.filter(muter=self, muted=other).delete()

    def remove(self):
        """Delete this person and all that hangs on them, without deadlocks against other acts.

        What others wrote to them stays (`keep_what_others_wrote`). Done twice is done once.
        The world's row makes it wait for its clock, which ends what has lapsed, and for others
        who leave.
        """
        with transaction.atomic():
            list(World.objects.select_for_update(no_key=True).filter(pk=self.world_id))
            self._leave_groups()
            if self._let_go():
                me = Person.objects.get(pk=self.pk)
                keep_what_others_wrote(me)
                me.delete()

    def _let_go(self):
        """Wait for all who keep this row where it is, and turn away those who come later; 0 when
        it is gone.

        By a change of its key: a mere `FOR UPDATE` may be passed by a `FOR KEY SHARE` of the same
        instant, since PostgreSQL looks again for changes, but not for locks (heap_lock_tuple).
        """
        return Person.objects.filter(pk=self.pk).update(handle=handle_of_who_left())

    def _leave_groups(self):
        """Hand over what one moderates, while others may still name one in what they write."""
        list(Person.objects.select_for_update(no_key=True).filter(pk=self.pk))
        for seat in self.memberships.inside().select_related("community").order_by("community"):
            seat.community.leave(self)
