from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .block import beside_no_block

WAITS = Q(invitation__status="pending")


class EventQuerySet(models.QuerySet):
    def notices_for(self, reader, waits=WAITS):
        """What the reader is told: new followers (F4), invitations, reminders and acceptances,
        reactions to their posts, shares of and comments on them, answers to their comments,
        mentions of them, requests to join their groups, what moderators did that concerns them,
        endorsements, the steps of recommendations, new jobs of employers whom they follow, that a
        job is closed for which they applied, requests for introductions, and those that were
        passed on.

        Nothing of the topics that the reader chose to hear nothing of.
        Taking a follow or a reaction back and giving it again is told once.
        Nothing of a person whom the reader cannot see (B1), nothing that was taken back, no share
        that the reader cannot see (P6), nothing
        on a post that the reader cannot see any more (P6) or below a comment of somebody whom they
        cannot see, nothing of a group that has closed, no
        request that was answered, and no reminder of what waits no longer: its sender may not know
        that it was answered (C6). `waits` says of which invitations the reader is still reminded.
        """
        return self.filter(
            beside_no_block("actor", reader),
            Q(invitation=None) | ~Q(invitation__status="withdrawn"),
            Q(introduction=None) | Exists(_standing_introduction(reader)),
            ~Q(verb=Event.Verb.REMINDED) | waits,
            ~Q(verb=Event.Verb.REACTED) | Exists(_standing_reaction()),
            ~Q(verb__in=Event.IN_COMMENTS) | Q(comment__isnull=False),
            ~Q(verb=Event.Verb.SHARED) | Exists(_seen_share(reader)),
            ~Q(verb=Event.Verb.MENTIONED) | Exists(_standing_mention(reader, comment=None)),
            ~Q(verb=Event.Verb.NAMED)
            | Exists(_standing_mention(reader, comment=OuterRef("comment"))),
            Q(post=None) | Exists(_seen_post(reader)),
            Q(comment__parent=None) | beside_no_block("comment__parent__author", reader),
            ~Q(verb__in=Event.IN_GROUPS) | Q(community__isnull=False),
            ~Q(verb=Event.Verb.ENDORSED) | Q(endorsement__isnull=False),
            ~Q(verb__in=Event.OF_RECOMMENDATIONS) | Q(recommendation__isnull=False),
            # What one declined brings no news any more; its author does not know (E1).
            ~Q(verb=Event.Verb.REWROTE, recommendation__status="declined"),
            ~Q(verb__in=Event.TOLD_ONCE) | ~Exists(_same_before(reader)),
            Q(target=reader) | _of_jobs(reader) | _of_requests(reader),
            # Of a request its moderators are told, also when it once named one of them.
            ~Q(verb=Event.Verb.ASKED) | _of_requests(reader),
            verb__in=Event.told_to(reader),
        )


def verbs():
    """A function, so that a new verb needs no migration."""
    return Event.Verb.choices


class Event(models.Model):
    """One row for each thing that a person did; append-only, written with the act itself."""

    class Verb(models.TextChoices):
        JOINED = "joined", _("joined")
        FOLLOWED = "followed", _("followed")
        UNFOLLOWED = "unfollowed", _("unfollowed")
        INVITED = "invited", _("invited")
        REMINDED = "reminded", _("reminded")
        ACCEPTED = "accepted", _("accepted the invitation of")
        DECLINED = "declined", _("declined the invitation of")
        UNKNOWN = "unknown", _("said they do not know")
        WITHDREW = "withdrew", _("withdrew the invitation to")
        DISCONNECTED = "disconnected", _("removed the connection with")
        BLOCKED = "blocked", _("blocked")
        UNBLOCKED = "unblocked", _("unblocked")
        MESSAGED = "messaged", _("wrote to")
        CONGRATULATED = "congrats", _("congratulated")
        POSTED = "posted", _("posted")
        EDITED = "edited", _("edited a post")
        DELETED = "deleted", _("deleted a post")
        REACTED = "reacted", _("reacted to a post of")
        UNREACTED = "unreacted", _("took back a reaction to a post of")
        COMMENTED = "commented", _("commented on a post of")
        REPLIED = "replied", _("answered a comment of")
        EDITED_COMMENT = "reworded", _("edited a comment")
        DELETED_COMMENT = "struck", _("deleted a comment")
        SAVED = "saved", _("saved a post")
        SHARED = "shared", _("shared a post of")
        MENTIONED = "mentioned", _("mentioned in a post")
        NAMED = "named", _("mentioned in a comment")
        FOLLOWED_TAG = "tag-followed", _("followed a tag")
        LEFT_TAG = "tag-left", _("unfollowed a tag")
        REVISED = "revised", _("changed their profile")
        REPORTED = "reported", _("told the editors of something")
        VIEWED = "viewed", _("looked at the profile of")
        DISMISSED = "dismissed", _("put aside the suggestion of")
        UNDISMISSED = "undismissed", _("took back putting aside")
        INTRO_ASKED = "intro-asked", _("asked for an introduction by")
        INTRODUCED = "introduced", _("passed on the request of")
        INTRO_DENIED = "intro-denied", _("declined to introduce")
        INTRO_BACK = "intro-back", _("took back the request to")
        OPENED_JOB = "job-opened", _("opened a job")
        REVISED_JOB = "job-revised", _("changed a job")
        CLOSED_JOB = "job-closed", _("closed a job")
        SAVED_JOB = "kept", _("saved a job")
        APPLIED = "applied", _("applied for a job of")
        UNAPPLIED = "unapplied", _("withdrew the application to")
        CHOSEN = "chosen", _("became an influencer")
        UNCHOSEN = "unchosen", _("is no influencer any more")
        FOUNDED = "founded", _("started a group")
        DESCRIBED = "described", _("changed the description of a group")
        ENTERED = "entered", _("joined a group")
        ASKED = "asked", _("asked to join a group of")
        UNASKED = "unasked", _("no longer asks to join a group")
        ADMITTED = "admitted", _("let into a group")
        TURNED_DOWN = "turned-down", _("did not let into a group")
        LEFT = "left", _("left a group")
        CLOSED = "closed", _("was the last to leave a group, which closed")
        EXPELLED = "expelled", _("removed from a group")
        ALLOWED_BACK = "allowed-back", _("allowed back into a group")
        APPOINTED = "appointed", _("made a moderator of a group")
        TOOK_DOWN = "took-down", _("removed from a group a post of")
        TOOK_OUT = "took-out", _("removed from a group a comment of")
        ENDORSED = "endorsed", _("endorsed a skill of")
        UNENDORSED = "unendorsed", _("took back an endorsement of")
        SOUGHT = "sought", _("asked for a recommendation from")
        LET_PASS = "let pass", _("did not write the recommendation for")
        RECOMMENDED = "recommended", _("recommended")
        REWROTE = "rewrote", _("changed their recommendation of")
        APPROVED = "approved", _("accepted the recommendation of")
        RETURNED = "returned", _("asked for a change of the recommendation of")
        REFUSED = "refused", _("declined the recommendation of")
        HID = "hid", _("hid the recommendation of")
        SHOWED = "showed", _("showed again the recommendation of")
        TOOK_BACK = "took back", _("took back the recommendation, or the request for one, of")
        PREDICTED = "predicted", _("bet on the answer of")
        DEBRIEFED = "debriefed", _("opened the debrief of the answer of")

    world = models.ForeignKey("World", models.CASCADE, verbose_name=_("world"))
    actor = models.ForeignKey(
        "Person", models.CASCADE, db_index=False, related_name="acts", verbose_name=_("who")
    )
    verb = models.CharField(_("did"), max_length=12, choices=verbs)
    target = models.ForeignKey(
        "Person",
        models.CASCADE,
        db_index=False,
        null=True,
        blank=True,
        related_name="happenings",
        verbose_name=_("to whom"),
    )
    invitation = models.ForeignKey(
        "Invitation", models.CASCADE, null=True, blank=True, related_name="events"
    )
    introduction = models.ForeignKey(
        "Introduction", models.CASCADE, null=True, blank=True, related_name="events"
    )
    post = models.ForeignKey("Post", models.SET_NULL, null=True, blank=True, related_name="events")
    comment = models.ForeignKey(
        "Comment", models.SET_NULL, null=True, blank=True, related_name="events"
    )
    job = models.ForeignKey("Job", models.CASCADE, null=True, blank=True, related_name="events")
    community = models.ForeignKey(
        "Community",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("group"),
    )
    endorsement = models.ForeignKey(
        "Endorsement", models.SET_NULL, null=True, blank=True, related_name="events"
    )
    recommendation = models.ForeignKey(
        "Recommendation", models.SET_NULL, null=True, blank=True, related_name="events"
    )
    at = models.DateTimeField(_("when"), help_text=_("World time"))

    objects = EventQuerySet.as_manager()

    OF_MENTIONS = (Verb.MENTIONED, Verb.NAMED)
    IN_COMMENTS = (Verb.COMMENTED, Verb.REPLIED, Verb.NAMED)
    IN_GROUPS = (
        Verb.ASKED,
        Verb.ADMITTED,
        Verb.TURNED_DOWN,
        Verb.EXPELLED,
        Verb.ALLOWED_BACK,
        Verb.APPOINTED,
        Verb.TOOK_DOWN,
        Verb.TOOK_OUT,
    )
    OF_RECOMMENDATIONS = (
        Verb.SOUGHT,
        Verb.RECOMMENDED,
        Verb.REWROTE,
        Verb.APPROVED,
        Verb.RETURNED,
    )
    TOLD = (
        Verb.FOLLOWED,
        Verb.INVITED,
        Verb.REMINDED,
        Verb.ACCEPTED,
        Verb.REACTED,
        Verb.COMMENTED,
        Verb.REPLIED,
        Verb.SHARED,
        *OF_MENTIONS,
        Verb.INTRO_ASKED,
        Verb.INTRODUCED,
        Verb.OPENED_JOB,
        Verb.CLOSED_JOB,
        *IN_GROUPS,
        Verb.ENDORSED,
        *OF_RECOMMENDATIONS,
    )

    TOPICS = {  # what a reader may choose to hear nothing of; the rest is always told
        "followers": (_("Somebody starts to follow me"), {Verb.FOLLOWED}),
        "reminders": (_("Somebody reminds me of an invitation"), {Verb.REMINDED}),
        "reactions": (_("Somebody reacts to my posts"), {Verb.REACTED}),
        "comments": (
            _("Somebody comments on my posts, or answers my comments"),
            {Verb.COMMENTED, Verb.REPLIED},
        ),
        "shares": (_("Somebody shares my posts"), {Verb.SHARED}),
        "mentions": (
            _("Somebody mentions me in a post or a comment"),
            {Verb.MENTIONED, Verb.NAMED},
        ),
        "jobs": (_("An employer whom I follow opens a job"), {Verb.OPENED_JOB}),
        "requests": (_("Somebody asks to join a group that I moderate"), {Verb.ASKED}),
        "endorsements": (_("Somebody endorses a skill of mine"), {Verb.ENDORSED}),
    }
    TOLD_ONCE = (Verb.FOLLOWED, Verb.REACTED, Verb.SHARED)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["target", "-id"], name="event_by_target"),
            models.Index(fields=["actor", "-id"], name="event_by_actor"),
            models.Index(
                fields=["world", "-id"],
                condition=Q(verb__in=["job-opened", "job-closed", "asked"]),
                name="event_told_to_many",
            ),
        ]

    def __str__(self):
        return " ".join(map(str, filter(None, [self.actor, self.get_verb_display(), self.target])))

    @classmethod
    def told_to(cls, reader):
        """The verbs of which this reader wants to hear."""
        quiet = {verb for topic in reader.quiet for verb in cls.TOPICS.get(topic, ("", ()))[1]}
        return [verb for verb in cls.TOLD if verb not in quiet]

    @classmethod
    def record(cls, actor, verb, target=None, **about):
        """Note an act of `actor` at the world's time; call it inside the act's transaction.

        `about` is what it concerns: `invitation`, `introduction`, `post`, `comment`, `community`,
        `endorsement`, `recommendation`, `job`.
        """
        return cls.objects.create(
            world=actor.world,
            actor=actor,
            verb=verb,
            target=target,
            at=actor.world.now,
            **about,
        )


def _of_jobs(reader):
    """New jobs since the reader has followed the employer, and closed ones that they applied for.

    Told to many, so it names nobody; the index `event_told_to_many` finds it.
    """
    follows = apps.get_model("network", "Follow").objects.filter(
        follower=reader, followed=OuterRef("actor"), since__lte=OuterRef("at")
    )
    applications = apps.get_model("network", "Application").objects.standing()
    mine = applications.filter(person=reader, job=OuterRef("job"))
    here = {"world": reader.world_id, "at__gte": reader.joined_at}
    return Q(Exists(follows), verb=Event.Verb.OPENED_JOB, **here) | Q(
        Exists(mine), verb=Event.Verb.CLOSED_JOB, **here
    )


def _of_requests(reader):
    """Requests to join the groups that the reader moderates; `event_told_to_many` finds them."""
    here = {"world": reader.world_id, "at__gte": reader.joined_at}
    return Q(Exists(_standing_request(reader)), verb=Event.Verb.ASKED, **here)


def _standing_reaction():
    """The reaction that an event tells of, as long as it stands."""
    reactions = apps.get_model("network", "Reaction").objects  # made after events
    return reactions.filter(person=OuterRef("actor"), post=OuterRef("post"))


def _seen_share(reader):
    """The share that an event tells of, as long as it stands and the reader may see it (P6).

    The event names what was shared; the share is of the same moment.
    """
    posts = apps.get_model("network", "Post").objects.visible_to(reader)
    return posts.filter(author=OuterRef("actor"), shared=OuterRef("post"), at=OuterRef("at"))


def _standing_mention(reader, comment):
    """The words that an event tells of, as long as they still mention the reader."""
    mentions = apps.get_model("network", "Mention").objects
    return mentions.filter(person=reader, post=OuterRef("post"), comment=comment)


def _standing_introduction(reader):
    """The request that an event tells of, unless it was taken back, as long as the reader may
    see whom it is about (B1).
    """
    requests = apps.get_model("network", "Introduction").objects
    return requests.filter(beside_no_block("target", reader), pk=OuterRef("introduction")).exclude(
        status__in=["withdrawn", "lapsed"]
    )


def _seen_post(reader):
    """The post that an event tells of, as long as the reader may see it."""
    posts = apps.get_model("network", "Post").objects
    return posts.visible_to(reader).filter(pk=OuterRef("post"))


def _standing_request(moderator):
    """The request to join that an event tells a moderator of, as long as it waits for them."""
    memberships = apps.get_model("network", "Membership").objects
    here = memberships.filter(community=OuterRef("community"))
    mine = here.moderating().filter(person=moderator)
    asks = here.asking().filter(person=OuterRef("actor"), since__lte=OuterRef("at"))
    return asks.filter(Exists(mine))


def _same_before(reader):
    """An earlier event of the same kind between the same two, about the same post if any."""
    earlier = Event.objects.filter(
        target=reader, actor=OuterRef("actor"), verb=OuterRef("verb"), pk__lt=OuterRef("pk")
    )
    return earlier.filter(
        Q(post=OuterRef("post")) | Q(post=None, verb=Event.Verb.FOLLOWED),
        ~Q(verb=Event.Verb.SHARED) | Exists(_seen_share(reader)),
    )
