"""The file of everything about one user, and of nobody else."""

import json

import pytest
from django.apps import apps

from network.models import Conversation, Job, Person, Post, ProfileView, Report, Skill
from network.my_data import LEFT_OUT, NOUNS, my_data
from tests.everyone import signed_in
from tests.factories import EmployerFactory, LearnerFactory, connect, job, later, open_job, publish

pytestmark = pytest.mark.django_db


def world_of(person):
    [world] = my_data(person.user)["worlds"]
    return world


def fields_that_name_a_person():
    for model in apps.get_app_config("network").get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is Person:
                yield f"{model.__name__}.{field.name}"


def test_every_field_that_names_a_person_is_read_or_left_out_with_a_reason():
    read = {field for noun in NOUNS for field in noun.fields}

    assert read | set(LEFT_OUT) == set(fields_that_name_a_person())
    assert not read & set(LEFT_OUT)
    assert all(LEFT_OUT.values())


def test_nouns_have_names_of_their_own():
    names = [noun.name for noun in NOUNS]
    assert len(names) == len(set(names))


@pytest.fixture
def mia(everyone):
    return everyone.mia


def test_the_file_holds_what_one_wrote_and_got(everyone, mia):
    them = everyone.connection
    mia.write(them, "From Mia")
    them.write(mia, "To Mia")
    post = publish(mia, "A post of Mia's")
    Post.objects.comment(mia, post.pk, "A comment of Mia's")
    Post.objects.react(mia, post.pk, "useful")
    Post.objects.save_for_later(mia, post.pk)
    job(mia, "Harbour pilot")
    pilot = open_job(EmployerFactory(world=mia.world, name="Harbour", handle="harbour"))
    mia.apply(pilot, "I can do it.")
    Job.objects.save_for_later(mia, pilot.pk)
    mia.mute(them)
    Report.objects.file(mia, them, "spam", "Every day")
    ProfileView.objects.note(them, mia)

    world = world_of(mia)

    assert world["world"]["name"] == "Harbour"
    assert world["profile"]["handle"] == "mia"
    assert [job["title"] for job in world["experience"]] == ["Harbour pilot"]
    assert [one["with"] for one in world["connections"]] == ["Connection (connection)"]
    assert [one["text"] for one in world["messages"]] == ["From Mia", "To Mia"]
    assert [one["text"] for one in world["posts"]] == ["A post of Mia's"]
    assert world["comments"][0]["under"] == world["reactions"][0]["to"] == post.url
    assert world["saved_posts"][0]["post"] == post.url
    [application] = world["applications"]
    assert (application["job"], application["letter"]) == ("Harbour pilot", "I can do it.")
    assert application["employer"] == "Harbour (harbour)"
    assert world["saved_jobs"][0]["job"] == pilot.url
    assert [one["whom"] for one in world["blocked"]] == ["Blocked"]
    assert [one["whom"] for one in world["muted"]] == ["Connection (connection)"]
    assert [one["text"] for one in world["reports"]] == ["Every day"]
    assert [one["who"] for one in world["profile_views"]] == ["Connection (connection)"]
    assert {one["note"] for one in world["invitations_received"]} == {"Shall we?", ""}
    assert "followed" in {one["did"] for one in world["what_i_did"]}


def test_what_others_wrote_for_others_is_not_in_it(everyone, mia):
    post = publish(everyone.followed, "Words of somebody else")
    Post.objects.comment(mia, post.pk, "Well said")
    Post.objects.save_for_later(mia, post.pk)
    Post.objects.react(mia, post.pk, "useful")
    Report.objects.file(mia, post, "rude")

    assert "Words of somebody else" not in json.dumps(my_data(mia.user), default=str)


def test_a_silent_no_looks_as_on_the_pages(everyone, mia):
    sent = mia.sent_invitations.get(recipient=everyone.invited)
    before = json.dumps(my_data(mia.user), default=str)

    sent.decline()

    assert json.dumps(my_data(mia.user), default=str) == before


def test_what_was_given_and_got_is_in_it(everyone, mia):
    them = everyone.connection
    mia.endorse(Skill.objects.enter(them, "Excel"))
    them.endorse(Skill.objects.enter(mia, "Rowing"))
    mia.recommend(them, relationship="client", place="Quay 3", text="From Mia")
    them.recommend(mia, relationship="client", text="To Mia")

    world = world_of(mia)

    assert [one["skill"] for one in world["endorsements_given"]] == ["Excel"]
    assert [one["skill"] for one in world["endorsements"]] == ["Rowing"]
    assert [one["text"] for one in world["recommendations_given"]] == ["From Mia"]
    assert [one["text"] for one in world["recommendations"]] == ["To Mia"]


def test_a_silent_no_to_words_looks_as_on_the_pages(everyone, mia):
    written = mia.recommend(everyone.connection, relationship="client", text="From Mia")
    asked = mia.ask_recommendation(everyone.connection, "About the ferry")
    later(mia.world, hours=3)
    before = json.dumps(my_data(mia.user), default=str)

    written.decline()
    asked.let_pass()

    assert json.dumps(my_data(mia.user), default=str) == before


def test_what_was_taken_back_is_not_in_it(everyone, mia):
    everyone.inviting.sent_invitations.get().withdraw()

    assert "Inviting" not in json.dumps(my_data(mia.user), default=str)


def test_who_blocks_me_has_no_name_in_it(everyone, mia):
    them = everyone.connection
    them.write(mia, "To Mia")
    before = world_of(mia)["messages"]
    them.block(mia)

    data = world_of(mia)

    assert [one["text"] for one in data["messages"]] == [before[0]["text"]]
    assert "Connection (" not in json.dumps(data, default=str)
    assert data["messages"][0]["from"] == "somebody whom you cannot see"


def test_nobody_learns_who_mutes_or_reports_them(everyone, mia):
    them = everyone.connection
    before = json.dumps(my_data(mia.user), default=str)

    them.mute(mia)
    Report.objects.file(them, mia, "rude", "Every day")

    assert json.dumps(my_data(mia.user), default=str) == before


def test_each_world_and_the_account_and_nothing_of_other_users(everyone, mia):
    LearnerFactory(user=mia.user, handle="mia-abroad")
    mia.user.emailaddress_set.create(email="mia@mail.example", verified=True)

    data = my_data(mia.user)

    assert [one["profile"]["handle"] for one in data["worlds"]] == ["mia", "mia-abroad"]
    assert data["account"]["user_name"] == mia.user.username
    assert data["account"]["email_addresses"] == [
        {"address": "mia@mail.example", "confirmed": True}
    ]
    assert "password" not in json.dumps(data, default=str)


def test_the_file_is_json_that_is_kept_as_a_file(everyone, mia):
    connect(invited := LearnerFactory(world=mia.world, handle="guest"), mia)
    invited.write(mia, "Żółw <b>")

    response = signed_in(mia).get("/settings/data/file/")

    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"].startswith('attachment; filename="netsim-')
    assert response["Cache-Control"] == "private, no-store"
    assert json.loads(response.content)["worlds"][0]["messages"][0]["text"] == "Żółw <b>"


def test_the_file_of_somebody_without_a_world(everyone):
    assert signed_in(everyone.seatless).get("/settings/data/file/").json()["worlds"] == []


def test_conversations_say_whether_they_are_read(everyone, mia):
    everyone.connection.write(mia, "To Mia")
    assert world_of(mia)["conversations"] == [
        {"with": "Connection (connection)", "unread": True, "archived": False}
    ]
    assert Conversation.objects.of(mia).unread().exists()


def test_introductions_and_who_was_put_aside(everyone, mia):
    near = everyone.new("near", name="Near")
    connect(near, everyone.connection)
    asked = mia.ask_to_be_introduced(everyone.connection, near, "We both row.")
    asked.decline()
    mia.dismiss(everyone.stranger)

    mine = world_of(mia)
    assert [one["status"] for one in mine["introductions_asked"]] == ["open"]
    assert [one["who"] for one in mine["put_aside"]] == ["Stranger (stranger)"]
    theirs = world_of(everyone.connection)
    assert [(one["from"], one["to"]) for one in theirs["introductions_received"]] == [
        ("Mia (mia)", "Near (near)")
    ]
