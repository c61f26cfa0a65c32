"""The number of queries of a page does not grow with the network, and is small."""

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from network.models import (
    Application,
    Comment,
    Connection,
    Conversation,
    Dismissal,
    Education,
    Endorsement,
    Event,
    Experience,
    Follow,
    Hashtag,
    Introduction,
    Invitation,
    Job,
    Membership,
    Mention,
    Message,
    Person,
    Post,
    ProfileView,
    Recommendation,
    SavedJob,
    Skill,
    TagFollow,
)
from network.models.world import START
from simulation.models import Approach, Persona
from tests.everyone import signed_in
from tests.factories import EmployerFactory, LearnerFactory, PersonFactory, found, open_job, publish
from tests.planner import count_rows
from tests.simulation.moves import explained

FEW, MANY = 3, 300
# The most queries each page may take; session, user, person and badges are four of them.
MOST = {
    "/feed/": 6,
    "/posts/{shared}/": 9,
    "/posts/{shared}/shares/": 6,
    "/tags/": 5,
    "/tags/tide/": 6,
    "/people/": 9,  # with people I may know: why, who they are, and whom not to suggest
    "/search/?q=clerk": 17,  # each of five kinds; of people first names, then what else they say
    "/search/?q=clerk&in=people": 7,
    "/search/?q=cl%C3%A9rk&in=people&degree=2&place=quay&employer=harbour&school=sch": 7,
    "/search/?q=sea&in=employers": 7,
    "/search/?q=pilot&in=jobs": 5,
    "/search/?q=group&in=groups": 5,
    "/search/?q=tide&in=posts": 6,
    "/search/?q=xyzzy": 17,
    "/people/hub/": 9,  # with noting that it was viewed
    "/people/hub/connections/": 6,
    "/people/hub/connections/?shared=yes": 6,
    "/people/harbour/": 13,
    "/employers/": 5,
    "/jobs/": 6,
    "/jobs/?q=pilot&industry=Sea&known=yes&employer=harbour": 7,
    "/jobs/saved/": 5,
    "/jobs/applications/": 5,
    "/jobs/{job}/": 9,
    "/jobs/{job}/apply/": 8,
    "/people/mia/": 8,
    "/people/hub/their-side/": 16,
    "/network/": 9,  # with the news of connections
    "/network/news/": 5,
    "/network/following/": 8,
    "/network/followers/": 8,
    "/network/blocked/": 5,
    "/invitations/": 6,
    "/invitations/sent/": 6,
    "/introductions/": 7,
    "/introductions/asked/": 7,
    "/network/put-aside/": 5,
    "/people/near-0/": 11,  # with the ways to reach them
    "/network/muted/": 5,
    "/map/": 8,
    "/map/?as=table": 8,
    "/map/?as=table&ring=2": 8,
    "/groups/": 5,
    "/groups/all/": 5,
    "/groups/new/": 4,
    "/groups/big/": 7,
    "/groups/big/members/": 8,
    "/groups/big/requests/": 7,
    "/groups/big/removed/": 7,
    "/messages/": 5,
    "/messages/?archived=yes": 5,
    "/messages/hub/": 10,
    "/notifications/": 8,
    "/profile/": 8,
    "/profile/edit/skills/": 5,
    "/profile/edit/experience/new/": 5,
    "/profile/views/": 6,
    "/people/hub/recommend/": 7,
    "/recommendations/": 5,
    "/recommendations/given/": 5,
    "/recommendations/mine/": 5,
    "/settings/": 4,
    "/settings/data/": 5,
    "/settings/data/file/": 41,
    "/worlds/": 5,
    "/debriefs/": 6,
    "/practice/inbox/": 10,
    "/practice/inbox/{judged}/": 11,
    "/debriefs/{debrief}/": 12,
    "/debriefs/{debrief}/what-if/": 10,
}


class Net:
    """Mia, a hub whom she knows, an employer, and as many others as are wanted."""

    def __init__(self):
        self.mia = LearnerFactory(handle="mia")
        self.world = self.mia.world
        self.hub = PersonFactory(world=self.world, handle="hub")
        self.harbour = EmployerFactory(world=self.world, handle="harbour")
        self.pilot = open_job(self.harbour)
        self.shared = publish(self.mia)
        self.mia.follow(self.harbour)
        self.size = 0
        self.tie(self.mia, self.hub)
        self.big = found(self.mia, "Big", is_private=True)
        noor = PersonFactory(world=self.world, handle="noor")
        self.tie(self.hub, noor)
        self.explained = explained(self.mia.invite(noor, "unknown", "Hello Noor, I know Hub."))

    def grow(self, size):
        """More of everything that a page can list, up to `size` of each."""
        new = range(self.size, size)
        self.size = size
        contacts = self.people("contact", new)
        for contact in contacts:
            self.tie(self.mia, contact)
            self.tie(self.hub, contact)
        self.post([self.mia, self.hub, *contacts])
        self.write([(self.hub, self.mia)] * len(new))
        self.write([(contact, self.mia) for contact in contacts])
        self.give(contacts)
        self.mention_share_and_tag(contacts)
        put_away = self.people("put-away", new)
        self.write([(other, self.mia) for other in put_away])
        Conversation.objects.filter(other__in=put_away).update(archived_up_to=F("newest_id"))
        self.describe(self.mia, new)
        self.describe(self.hub, new)
        self.invite([(other, self.mia) for other in self.people("asker", new)])
        self.answer(self.people("answered", new))
        self.invite([(self.mia, other) for other in self.people("asked", new)])
        for standing in ("member", "asking", "removed"):
            self.sit(self.big, self.people(standing, new), standing)
        Post.objects.bulk_create(
            Post(world=self.world, author=self.mia, text="Tide", at=START, **in_group(self.big))
            for _ in new
        )
        for n in range(new.start, min(new.stop, 90)):  # G1
            self.sit(found(self.hub, f"Group {n}"), [self.mia], "member")
        for other in self.people("looker", new):
            ProfileView.objects.note(other, self.mia)
        self.introduce(self.people("near", new))
        for other in self.people("blocked", range(new.start, min(new.stop, 30))):
            self.mia.block(other)
        self.offer(new)
        for other in contacts[:30]:
            self.mia.mute(other)
        Persona.objects.enliven(self.world)
        count_rows()

    def sit(self, group, people, standing):
        Membership.objects.bulk_create(
            Membership(
                world=self.world, community=group, person=one, standing=standing, since=START
            )
            for one in people
        )

    def people(self, name, numbers):
        people = Person.objects.bulk_create(
            Person(
                world=self.world,
                handle=f"{name}-{n}",
                name=f"{name} {n}",
                headline="Clerk at the quay",
                joined_at=START,
            )
            for n in numbers
        )
        Experience.objects.bulk_create(self.job(person, 0) for person in people)
        return people

    def job(self, person, number):
        return Experience(
            person=person,
            title=f"Job {number}",
            employer=self.harbour,
            employer_name="Harbour",
            started_on="2020-01-01",
        )

    def tie(self, one, other):
        pairs = [(one, other), (other, one)]
        world = {"world": self.world, "since": START}
        Connection.objects.bulk_create(
            Connection(person=a, other=b, origin="scenario", **world) for a, b in pairs
        )
        Follow.objects.bulk_create(Follow(follower=a, followed=b, **world) for a, b in pairs)

    def post(self, authors):
        Post.objects.bulk_create(
            Post(world=self.world, author=author, text="Tide", at=START) for author in authors
        )

    def mention_share_and_tag(self, contacts):
        """Each contact shares Mia's post with a tag and mentions the hub, there and below it."""
        here = {"world": self.world}
        said = {**here, "text": "@hub #tide", "at": START}
        shares = Post.objects.bulk_create(
            Post(author=one, shared=self.shared, is_share=True, **said) for one in contacts
        )
        comments = Comment.objects.bulk_create(
            Comment(author=one, post=self.shared, **said) for one in contacts
        )
        Hashtag.objects.bulk_create(Hashtag(**here, post=one, key="tide") for one in shares)
        mention = {**here, "person": self.hub}
        Mention.objects.bulk_create(Mention(**mention, post=one) for one in shares)
        Mention.objects.bulk_create(
            Mention(**mention, post=self.shared, comment=one) for one in comments
        )
        TagFollow.objects.bulk_create(
            TagFollow(**here, person=self.mia, key=f"tide{one.pk}", since=START) for one in contacts
        )

    def write(self, pairs):
        messages = Message.objects.bulk_create(
            Message(world=self.world, author=one, reader=other, text="Ahoy", at=START)
            for one, other in pairs
        )
        for message in messages:
            Conversation.objects.end_with(message)
            Event.record(message.author, Event.Verb.MESSAGED, message.reader)

    def offer(self, numbers):
        """Employers, and jobs that Mia is told of, saves and applies for."""
        Person.objects.bulk_create(
            Person(
                world=self.world,
                kind="employer",
                handle=f"yard-{n}",
                name=f"Yard {n}",
                industry="Sea",
                joined_at=START,
            )
            for n in numbers
        )
        here = {"world": self.world}
        offered = {"employer": self.harbour, "title": "Pilot", "text": "Sail.", "opened_at": START}
        jobs = Job.objects.bulk_create(Job(**here, **offered) for _ in numbers)
        mine = [{**here, "person": self.mia, "job": job, "at": START} for job in jobs]
        SavedJob.objects.bulk_create(SavedJob(**one) for one in mine)
        Application.objects.bulk_create(Application(letter="I can do it.", **one) for one in mine)
        for verb, actor, target in [
            ("job-opened", self.harbour, None),
            ("applied", self.mia, self.harbour),
        ]:
            Event.objects.bulk_create(
                Event(**here, actor=actor, verb=verb, target=target, job=job, at=START)
                for job in jobs
            )

    def describe(self, person, numbers):
        Experience.objects.bulk_create(self.job(person, n) for n in numbers)
        Education.objects.bulk_create(
            Education(person=person, school=f"School {n}", started_in=2000) for n in numbers
        )
        Skill.objects.bulk_create(Skill(person=person, name=f"Skill {n}") for n in numbers)

    def introduce(self, people):
        """Whom the hub knows; Mia asked for each and is asked for each, and put some aside."""
        for person in people:
            self.tie(self.hub, person)
        (outside,) = self.people("outside", [self.size + 1000])
        self.tie(self.mia, outside)
        world = {"world": self.world, "note": "Hello", "asked_at": START}
        Introduction.objects.bulk_create(
            Introduction(asker=self.mia, through=self.hub, target=person, **world)
            for person in people
        )
        Introduction.objects.bulk_create(
            Introduction(asker=person, through=self.mia, target=outside, **world)
            for person in people
        )
        Dismissal.objects.bulk_create(
            Dismissal(world=self.world, person=self.mia, other=person, at=START)
            for person in people
        )

    def give(self, contacts):
        """Each contact endorses the hub and Mia, and recommends Mia, who recommends them."""
        for person in (self.mia, self.hub):
            skill = Skill.objects.get_or_create(person=person, name="Tide tables")[0]
            endorsements = Endorsement.objects.bulk_create(
                Endorsement(world=self.world, endorser=one, person=person, skill=skill, at=START)
                for one in contacts
            )
            Event.objects.bulk_create(
                Event(
                    world=self.world,
                    actor=one.endorser,
                    verb="endorsed",
                    target=person,
                    endorsement=one,
                    at=START,
                )
                for one in endorsements
            )
        for one in contacts:
            self.recommend(one, self.mia, ["written", "shown"][one.pk % 2])
            self.recommend(one, self.hub, "shown")
            self.recommend(self.mia, one, "written")

    def recommend(self, author, recipient, status):
        said = {"relationship": "client", "text": "Always on time", "revision": 1}
        written = Recommendation.objects.create(
            world=self.world, author=author, recipient=recipient, status=status, at=START, **said
        )
        Event.record(author, Event.Verb.RECOMMENDED, recipient, recommendation=written)
        if status == "shown":
            Event.record(recipient, Event.Verb.APPROVED, author, recommendation=written)

    def answer(self, people):
        """Invitations of theirs that Mia has declined, and what these were worth."""
        sent = self.invite([(one, self.mia) for one in people])
        declined = Invitation.objects.filter(pk__in=[one.pk for one in sent])
        declined.update(status="declined", answered_at=START)
        Approach.objects.bulk_create(
            Approach(
                world=self.world,
                person=one.sender,
                learner=self.mia,
                label=("relevant", "spam")[number % 2],
                at=START,
                invitation=one,
            )
            for number, one in enumerate(sent)
        )

    def invite(self, pairs):
        invitations = Invitation.objects.bulk_create(
            Invitation(world=self.world, sender=a, recipient=b, how="friend", sent_at=START)
            for a, b in pairs
        )
        Event.objects.bulk_create(
            Event(
                world=self.world,
                actor=invitation.sender,
                verb="invited",
                target=invitation.recipient,
                invitation=invitation,
                at=START,
            )
            for invitation in invitations
        )
        return invitations


def in_group(group):
    return {"community": group, "audience": Post.Audience.GROUP}


def queries(client, headers=None, **keys):
    """How many queries each page takes; `keys` stand in some addresses."""
    counted = {}
    for page in MOST:
        url = page.format(**keys)
        client.get(url)  # whatever is read once and kept
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(url, headers=headers or {}).status_code == 200
        counted[page] = len(captured)
    return counted


@pytest.mark.exhaustive
@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "part"])
def test_pages_take_few_queries_however_large_the_network(headers):
    net = Net()
    net.grow(FEW)
    client = signed_in(net.mia)
    keys = {
        "job": net.pilot.pk,
        "shared": net.shared.pk,
        "debrief": net.explained.pk,
        "judged": Approach.objects.earliest("pk").invitation_id,
    }
    few = queries(client, headers, **keys)
    net.grow(MANY)
    many = queries(client, headers, **keys)

    assert many == few
    assert {url: n for url, n in many.items() if n > MOST[url]} == {}
