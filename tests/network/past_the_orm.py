"""Writing rows past the ORM, as a mistaken script would."""

import uuid

from django.db import connection

from network.models.world import START


def execute(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def insert(table, **row):
    columns, places = ", ".join(row), ", ".join(["%s"] * len(row))
    execute(f"INSERT INTO network_{table} ({columns}) VALUES ({places})", *row.values())  # noqa: S608


def update(table, pk, **change):
    places = ", ".join(f"{column} = %s" for column in change)
    execute(f"UPDATE network_{table} SET {places} WHERE id = %s", *change.values(), pk)  # noqa: S608


def follow(one, other, world=None):
    insert(
        "follow",
        world_id=(world or one.world).pk,
        follower_id=one.pk,
        followed_id=other.pk,
        since=START,
    )


def half(one, other, world=None, origin="scenario", invitation=None):
    insert(
        "connection",
        world_id=(world or one.world).pk,
        person_id=one.pk,
        other_id=other.pk,
        origin=origin,
        invitation_id=invitation and invitation.pk,
        since=START,
    )


def both_halves(one, other, **more):
    half(one, other, **more)
    half(other, one, **more)


def block(one, other, world=None):
    insert(
        "block",
        world_id=(world or one.world).pk,
        blocker_id=one.pk,
        blocked_id=other.pk,
        since=START,
    )


def invite(one, other, world=None, **more):
    row = {
        "world_id": (world or one.world).pk,
        "sender_id": one.pk,
        "recipient_id": other.pk,
        "how": "friend",
        "note": "",
        "status": "pending",
        "sent_at": START,
        "reminders": 0,
        "key": uuid.uuid4(),
    }
    insert("invitation", **row | more)


def post(author, world=None, **more):
    row = {
        "world_id": (world or author.world).pk,
        "author_id": author.pk,
        "text": "Hello",
        "audience": "followers",
        "at": START,
        "key": uuid.uuid4(),
    }
    insert("post", **row | more)


def message(author, reader, world=None, **more):
    """Its key."""
    row = {
        "world_id": (world or author.world).pk,
        "author_id": author.pk,
        "reader_id": reader.pk,
        "text": "Hello",
        "occasion": "",
        "at": START,
        "written_at": START,
        "key": uuid.uuid4(),
    }
    with connection.cursor() as cursor:
        insert("message", **row | more)
        cursor.execute("SELECT max(id) FROM network_message")
        return cursor.fetchone()[0]


def side(person, other, newest, world=None, **more):
    """One side of a conversation."""
    row = {
        "world_id": (world or person.world).pk,
        "person_id": person.pk,
        "other_id": other.pk,
        "newest_id": newest,
        "heard": 0,
        "read_up_to": 0,
        "archived_up_to": 0,
    }
    insert("conversation", **row | more)


def both_sides(one, other, world=None):
    """A conversation that a message of `one` begins."""
    newest = message(one, other, world)
    side(one, other, newest, world)
    side(other, one, newest, world, heard=newest)


def reaction(person, post, world=None, kind="useful"):
    insert(
        "reaction",
        world_id=(world or person.world).pk,
        person_id=person.pk,
        post_id=post.pk,
        kind=kind,
        at=START,
    )


def saved(person, post, world=None):
    insert(
        "savedpost",
        world_id=(world or person.world).pk,
        person_id=person.pk,
        post_id=post.pk,
        at=START,
    )


def comment(author, post, world=None, **more):
    row = {
        "world_id": (world or author.world).pk,
        "author_id": author.pk,
        "post_id": post.pk,
        "text": "Well said",
        "at": START,
        "key": uuid.uuid4(),
    }
    insert("comment", **row | more)


def share(author, original, **more):
    post(author, is_share=True, shared_id=original.pk, **more)


def mention(post, person, world=None, comment=None):
    insert(
        "mention",
        world_id=(world or person.world).pk,
        post_id=post.pk,
        comment_id=comment and comment.pk,
        person_id=person.pk,
    )


def hashtag(post, key="tide", world=None):
    insert("hashtag", world_id=(world or post.world).pk, post_id=post.pk, key=key)


def tag_follow(person, key="tide", world=None):
    insert(
        "tagfollow",
        world_id=(world or person.world).pk,
        person_id=person.pk,
        key=key,
        since=START,
    )


def opening(employer, world=None, **more):
    row = {
        "world_id": (world or employer.world).pk,
        "employer_id": employer.pk,
        "title": "Pilot",
        "place": "",
        "contract": "full-time",
        "text": "Guide ships.",
        "opened_at": START,
    }
    insert("job", **row | more)


def application(person, job, world=None, **more):
    row = {
        "world_id": (world or person.world).pk,
        "person_id": person.pk,
        "job_id": job.pk,
        "letter": "I can do it.",
        "at": START,
    }
    insert("application", **row | more)


def saved_job(person, job, world=None):
    insert(
        "savedjob",
        world_id=(world or person.world).pk,
        person_id=person.pk,
        job_id=job.pk,
        at=START,
    )


def community(world, name="Quay", slug="quay", **more):
    row = {
        "world_id": world.pk,
        "name": name,
        "slug": slug,
        "description": "",
        "rules": "",
        "is_private": False,
        "founded_at": START,
        "key": uuid.uuid4(),
    }
    insert("community", **row | more)


def membership(person, group, world=None, standing="member"):
    insert(
        "membership",
        world_id=(world or person.world).pk,
        person_id=person.pk,
        community_id=group.pk,
        standing=standing,
        since=START,
    )


def event(actor, target=None, world=None):
    insert(
        "event",
        world_id=(world or actor.world).pk,
        actor_id=actor.pk,
        verb="followed",
        target_id=target and target.pk,
        at=START,
    )


def profile_view(viewer, viewed, world=None):
    insert(
        "profileview",
        world_id=(world or viewer.world).pk,
        viewer_id=viewer.pk,
        viewed_id=viewed.pk,
        day=1,
        at=START,
    )


def mute(one, other, world=None):
    insert(
        "mute",
        world_id=(world or one.world).pk,
        muter_id=one.pk,
        muted_id=other.pk,
        since=START,
    )


def report(reporter, about, world=None, **more):
    row = {
        "world_id": (world or reporter.world).pk,
        "reporter_id": reporter.pk,
        "about_id": about.pk,
        "kind": "person",
        "content": "",
        "reason": "spam",
        "text": "",
        "at": START,
        "state": "open",
    }
    insert("report", **row | more)


def endorsement(endorser, skill, world=None, person=None):
    insert(
        "endorsement",
        world_id=(world or endorser.world).pk,
        endorser_id=endorser.pk,
        person_id=(person or skill.person).pk,
        skill_id=skill.pk,
        at=START,
    )


def recommendation(author, recipient, world=None, **more):
    row = {
        "world_id": (world or author.world).pk,
        "author_id": author.pk,
        "recipient_id": recipient.pk,
        "status": "written",
        "relationship": "together",
        "place": "",
        "text": "Reads tide tables",
        "note": "",
        "revision": 1,
        "at": START,
    }
    insert("recommendation", **row | more)


def asked_for(author, recipient, **more):
    """A recommendation that is not written yet."""
    row = {"status": "requested", "relationship": "", "text": "", "revision": 0}
    recommendation(author, recipient, **row | more)


def dismissal(person, other, world=None):
    insert(
        "dismissal",
        world_id=(world or person.world).pk,
        person_id=person.pk,
        other_id=other.pk,
        at=START,
    )


def introduction(asker, through, target, world=None, **more):
    row = {
        "world_id": (world or asker.world).pk,
        "asker_id": asker.pk,
        "through_id": through.pk,
        "target_id": target.pk,
        "note": "Hello",
        "status": "asked",
        "asked_at": START,
        "key": uuid.uuid4(),
    }
    insert("introduction", **row | more)
