"""The administration acts through the domain's verbs, and its lists stay cheap."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from network.errors import JobClosed
from network.models import (
    Block,
    Comment,
    Community,
    Connection,
    Endorsement,
    Event,
    Experience,
    Follow,
    Invitation,
    Job,
    Membership,
    Person,
    Post,
    Reaction,
    Recommendation,
    Report,
    SavedPost,
    Skill,
    TagFollow,
    World,
)
from tests.factories import (
    EmployerFactory,
    LearnerFactory,
    PersonFactory,
    UserFactory,
    WorldFactory,
    connect,
    found,
    open_job,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def mia(db):
    return PersonFactory(handle="mia")


@pytest.fixture
def omar(mia):
    return PersonFactory(handle="omar", world=mia.world)


def add(client, model, **data):
    return client.post(reverse(f"admin:network_{model}_add"), data)


def press(client, model, action, *rows):
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(reverse(f"admin:network_{model}_changelist"), data, follow=True)


def delete(client, model, row):
    return client.post(reverse(f"admin:network_{model}_delete", args=[row.pk]), {"post": "yes"})


def verbs_of(person):
    return list(person.acts.order_by("pk").values_list("verb", flat=True))


def test_adding_a_follow_follows(admin_client, mia, omar):
    add(admin_client, "follow", follower=mia.pk, followed=omar.pk)

    assert Follow.objects.filter(follower=mia, followed=omar).exists()
    assert verbs_of(mia) == ["followed"]


def test_a_refusal_stands_in_the_form(admin_client, mia):
    response = add(admin_client, "follow", follower=mia.pk, followed=mia.pk)

    assert "That is you. Choose somebody else." in response.text
    assert not Follow.objects.exists()


def test_people_of_two_worlds_are_refused(admin_client, mia):
    response = add(admin_client, "follow", follower=mia.pk, followed=PersonFactory().pk)

    assert "not here any more" in response.text
    assert not Follow.objects.exists()


def test_deleting_a_follow_unfollows(admin_client, mia, omar):
    mia.follow(omar)
    delete(admin_client, "follow", Follow.objects.get())

    assert not Follow.objects.exists()
    assert verbs_of(mia) == ["followed", "unfollowed"]


def test_adding_and_deleting_a_block(admin_client, mia, omar):
    mia.follow(omar)
    add(admin_client, "block", blocker=omar.pk, blocked=mia.pk)

    assert not Follow.objects.exists()

    delete(admin_client, "block", Block.objects.get())

    assert verbs_of(omar) == ["blocked", "unblocked"]


def test_jobs_are_opened_and_closed(admin_client, mia):
    harbour = EmployerFactory(world=mia.world, location="Selmouth")
    said = {"title": " Pilot ", "place": "", "contract": "internship", "text": "Sail.\r\nRest."}
    add(admin_client, "job", employer=harbour.pk, contact=mia.pk, **said)
    job = Job.objects.get()

    assert (job.title, job.place, job.text) == ("Pilot", "Selmouth", "Sail.\nRest.")
    assert (job.contract, job.contact) == ("internship", mia)

    assert "1 job closed." in press(admin_client, "job", "close", job).text
    assert "This job is closed." in press(admin_client, "job", "close", job).text
    assert verbs_of(harbour) == ["job-opened", "job-closed"]
    assert admin_client.get(reverse("admin:network_job_change", args=[job.pk])).status_code == 200


def test_an_open_job_is_changed_and_a_closed_one_is_not(admin_client, mia):
    harbour = EmployerFactory(world=mia.world, location="Selmouth")
    job = open_job(harbour)
    page = reverse("admin:network_job_change", args=[job.pk])
    said = {"title": " Pilot's mate ", "place": "", "contract": "temporary", "text": "Row."}
    admin_client.post(page, {**said, "contact": mia.pk})
    job.refresh_from_db()

    assert (job.title, job.text, job.place) == ("Pilot's mate", "Row.", "Selmouth")
    assert (job.contract, job.contact, job.employer) == ("temporary", mia, harbour)
    assert verbs_of(harbour) == ["job-opened", "job-revised"]

    elsewhere = admin_client.post(page, {**said, "contact": PersonFactory().pk})
    assert "Choose a person of the employer" in elsewhere.text

    job.close()
    assert admin_client.post(page, {**said, "text": "Sink."}).status_code == 403
    with pytest.raises(JobClosed):
        job.revise("Pilot", "Sink.")
    job.refresh_from_db()
    assert job.text == "Row."


def test_jobs_of_people_and_contacts_elsewhere_are_refused(admin_client, mia):
    harbour = EmployerFactory(world=mia.world)
    said = {"title": "Pilot", "contract": "full-time", "text": "Sail."}
    of_person = add(admin_client, "job", employer=mia.pk, **said)
    elsewhere = add(admin_client, "job", employer=harbour.pk, contact=PersonFactory().pk, **said)
    invisible = add(admin_client, "job", employer=harbour.pk, **{**said, "title": "\u200b"})

    assert "Only an employer can open a job." in of_person.text
    assert "Choose a person of the employer" in elsewhere.text
    assert invisible.status_code == 200
    assert not Job.objects.exists()


def test_applications_are_read_and_withdrawn(admin_client, mia):
    application = mia.apply(open_job(EmployerFactory(world=mia.world)), "I can do it.")
    page = admin_client.get(reverse("admin:network_application_change", args=[application.pk]))

    assert "I can do it." in page.text
    assert (
        "1 application withdrawn."
        in press(admin_client, "application", "withdraw", application).text
    )
    assert verbs_of(mia) == ["applied", "unapplied"]


def test_influencers_are_chosen_by_the_action_only(admin_client, mia):
    harbour = EmployerFactory(world=mia.world)
    page = press(admin_client, "person", "choose", mia, harbour)

    assert "1 influencer chosen." in page.text
    assert "Only simulated people can be influencers." in page.text
    mia.refresh_from_db()
    assert mia.is_influencer
    assert (
        'name="is_influencer"'
        not in admin_client.get(reverse("admin:network_person_change", args=[mia.pk])).text
    )

    assert "1 badge taken away." in press(admin_client, "person", "dismiss", mia).text
    assert verbs_of(mia) == ["chosen", "unchosen"]


def test_adding_an_invitation_invites(admin_client, mia, omar):
    add(admin_client, "invitation", sender=mia.pk, recipient=omar.pk, how="friend", note="Hello")
    invitation = Invitation.objects.get()

    assert (invitation.sender, invitation.note, verbs_of(mia)) == (mia, "Hello", ["invited"])


def test_employers_invite_nobody(admin_client, mia):
    employer = EmployerFactory(world=mia.world)
    page = add(admin_client, "invitation", sender=employer.pk, recipient=mia.pk, how="friend")

    assert "Employers invite nobody." in page.text
    assert not Invitation.objects.exists()


def test_saving_a_world_leaves_its_clock_alone(admin_client, mia):
    page = admin_client.get(f"/admin/network/world/{mia.world.pk}/change/")
    form = page.context["adminform"].form.initial | {"name": "Renamed", "owner": ""}
    rules = page.context["inline_admin_formsets"][0].formset
    form |= {f"rules-0-{name}": value for name, value in rules.forms[0].initial.items()}
    form |= {"rules-TOTAL_FORMS": 1, "rules-INITIAL_FORMS": 1, "rules-0-world": mia.world.pk}
    with CaptureQueriesContext(connection) as queries:
        admin_client.post(f"/admin/network/world/{mia.world.pk}/change/", form)

    written = [query["sql"] for query in queries if 'UPDATE "network_world"' in query["sql"]]
    assert World.objects.get().name == "Renamed"
    assert len(written) == 1
    assert '"now" =' not in written[0]


@pytest.mark.parametrize(("text", "words"), [("\u200b", "required"), ("a" * 3001, "3000")])
def test_a_post_that_cannot_be_written_is_refused_in_the_form(admin_client, mia, text, words):
    page = add(admin_client, "post", author=mia.pk, audience="followers", text=text)

    assert words in page.text
    assert not Post.objects.exists()


def test_the_filter_by_world_lists_the_shared_ones(admin_client, mia):
    private = WorldFactory(name="Mine alone", owner=UserFactory())
    shared = WorldFactory(name="Another class")
    page = admin_client.get("/admin/network/follow/")

    assert shared.name in page.text
    assert private.name not in page.text


def test_invitations_are_answered_through_actions(admin_client, mia, omar):
    invitation = mia.invite(omar, "friend")
    page = press(admin_client, "invitation", "accept", invitation)

    assert "1 invitation accepted." in page.text
    assert Connection.objects.between(mia, omar).count() == 2

    page = press(admin_client, "invitation", "decline", invitation)

    assert "no longer open" in page.text


def test_declining_and_withdrawing_through_actions(admin_client, mia, omar):
    declined = mia.invite(omar, "friend")
    withdrawn = omar.invite(PersonFactory(world=mia.world), "friend")
    press(admin_client, "invitation", "decline", declined)
    press(admin_client, "invitation", "withdraw", withdrawn)

    statuses = dict(Invitation.objects.values_list("pk", "status"))
    assert statuses == {declined.pk: "declined", withdrawn.pk: "withdrawn"}


def test_removing_a_connection_through_an_action(admin_client, mia, omar):
    mia.invite(omar, "friend").accept()
    press(admin_client, "connection", "disconnect", Connection.objects.get(person=mia))

    assert not Connection.objects.exists()
    assert verbs_of(mia) == ["invited", "disconnected"]


def test_posts_are_published_edited_and_removed(admin_client, mia):
    add(admin_client, "post", author=mia.pk, audience="followers", text="First")
    post = Post.objects.get()
    change = reverse("admin:network_post_change", args=[post.pk])
    admin_client.post(change, {"audience": "connections", "text": "Second"})
    post.refresh_from_db()

    assert (post.text, post.audience) == ("Second", "connections")

    delete(admin_client, "post", post)

    assert not Post.objects.exists()
    assert verbs_of(mia) == ["posted", "edited", "deleted"]


def test_articles_keep_a_title_and_shares_need_no_words(admin_client, mia, omar):
    add(admin_client, "post", author=mia.pk, audience="followers", title="Tides", text="#tide")
    article = Post.objects.get()
    change = reverse("admin:network_post_change", args=[article.pk])
    form = {"audience": "followers", "text": "#tide"}
    assert "is required" in admin_client.post(change, form | {"title": ""}).text
    admin_client.post(change, form | {"title": "High tides"})
    article.refresh_from_db()
    assert (article.title, article.tags.get().key) == ("High tides", "tide")

    omar.follow(mia)
    share = Post.objects.share(omar, article.pk, "Look", "followers")
    change = reverse("admin:network_post_change", args=[share.pk])
    admin_client.post(change, form | {"title": "Mine", "text": ""})
    share.refresh_from_db()
    assert (share.title, share.text, share.shared) == ("", "", article)


def test_unfollowing_a_tag(admin_client, mia):
    TagFollow.objects.follow(mia, "tide")

    delete(admin_client, "tagfollow", TagFollow.objects.get())

    assert verbs_of(mia) == ["tag-followed", "tag-left"]


def test_nobody_edits_events_or_makes_connections_by_hand(admin_client, mia, omar):
    mia.follow(omar)

    assert admin_client.get(reverse("admin:network_event_add")).status_code == 403
    assert admin_client.get(reverse("admin:network_connection_add")).status_code == 403
    assert delete(admin_client, "event", Event.objects.get()).status_code == 403
    assert Event.objects.count() == 1


def test_what_people_made_of_posts_is_removed_through_verbs(admin_client, mia):
    post = Post.objects.publish(mia, "Hello", "followers")
    Post.objects.react(mia, post.pk, "useful")
    Post.objects.comment(mia, post.pk, "And this")
    Post.objects.save_for_later(mia, post.pk)
    for model in (Comment, Reaction, SavedPost):
        assert (
            admin_client.get(reverse(f"admin:network_{model.__name__.lower()}_add")).status_code
            == 403
        )
        delete(admin_client, model.__name__.lower(), model.objects.get())

    assert [model.objects.count() for model in (Comment, Reaction, SavedPost)] == [0, 0, 0]
    assert verbs_of(mia)[-2:] == ["struck", "unreacted"]


@pytest.fixture
def cabin(mia):
    return found(mia, "Cabin", is_private=True)


def standings():
    return dict(Membership.objects.values_list("person__handle", "standing"))


def test_joining_asking_and_leaving_through_memberships(admin_client, mia, omar, cabin):
    add(admin_client, "membership", community=cabin.pk, person=omar.pk)
    assert standings() == {"mia": "moderator", "omar": "asking"}

    delete(admin_client, "membership", omar.memberships.get())
    assert verbs_of(omar) == ["asked", "unasked"]

    cabin.join(omar)
    press(admin_client, "membership", "admit", omar.memberships.get())
    assert standings() == {"mia": "moderator", "omar": "member"}

    press(admin_client, "membership", "remove", omar.memberships.get())
    assert standings() == {"mia": "moderator", "omar": "removed"}

    delete(admin_client, "membership", omar.memberships.get())
    delete(admin_client, "membership", mia.memberships.get())
    assert verbs_of(mia) == ["founded", "admitted", "expelled", "allowed-back", "left", "closed"]
    assert not Community.objects.exists()


def test_a_group_is_removed_with_all_in_it(admin_client, mia, cabin):
    Post.objects.publish_in(cabin, mia, "Hello")
    for action in ("add", "change"):
        pk = [cabin.pk] if action == "change" else []
        url = reverse(f"admin:network_community_{action}", args=pk)
        assert admin_client.post(url, {"name": "Mine"}).status_code == 403
    delete(admin_client, "community", cabin)

    assert not Community.objects.exists()
    assert not Post.objects.exists()


def test_of_a_post_to_a_group_only_the_text_changes(admin_client, mia, cabin):
    post = Post.objects.publish_in(cabin, mia, "Hello")
    change = reverse("admin:network_post_change", args=[post.pk])
    admin_client.post(change, {"audience": "followers", "text": "Ahoy"})
    post.refresh_from_db()

    assert (post.text, post.audience, post.community) == ("Ahoy", "group", cabin)


def test_no_post_to_a_group_is_written_here(admin_client, mia):
    response = add(admin_client, "post", author=mia.pk, audience="group", text="Hello")

    assert response.status_code == 200
    assert not Post.objects.exists()


def test_a_person_is_removed_with_what_hangs_on_them(admin_client, mia, omar):
    mia.invite(omar, "friend").accept()
    Post.objects.publish(mia, "Hello", "followers")
    asked = admin_client.get(reverse("admin:network_person_delete", args=[mia.pk]))

    assert "connections" in asked.text.lower()

    delete(admin_client, "person", mia)

    assert list(Person.objects.all()) == [omar]
    assert not Connection.objects.exists()


def test_a_world_is_removed_with_all_in_it(admin_client, mia, omar):
    mia.invite(omar, "friend")
    kept = WorldFactory()
    delete(admin_client, "world", mia.world)

    assert list(World.objects.all()) == [kept]


def test_a_new_person_joins_at_the_worlds_time(admin_client):
    world = WorldFactory()
    none = {
        f"{prefix}-{field}_FORMS": 0
        for prefix in ("experience", "education", "skills")
        for field in ("TOTAL", "INITIAL")
    }
    ada = {"world": world.pk, "kind": "persona", "name": "Ada", "handle": "ada"}
    usual = ("open_to_work", "followers_from", "connections_shown_to")
    choices = {name: Person._meta.get_field(name).default for name in usual}
    add(admin_client, "person", **ada, **choices, **none)

    assert Person.objects.get().joined_at == world.now


def test_an_employer_of_another_world_is_refused_in_a_job(mia):
    job = Experience(person=mia, title="Planner", employer=EmployerFactory(), employer_name="X")

    with pytest.raises(ValidationError, match="same world"):
        job.clean()


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "model",
    [
        "world",
        "person",
        "follow",
        "block",
        "connection",
        "community",
        "membership",
        "conversation",
        "message",
        "invitation",
        "post",
        "comment",
        "reaction",
        "savedpost",
        "mention",
        "hashtag",
        "tagfollow",
        "job",
        "application",
        "savedjob",
        "event",
        "profileview",
    ],
)
def test_lists_cost_the_same_for_two_rows_and_ten(
    admin_client, django_assert_max_num_queries, model
):
    url = reverse(f"admin:network_{model}_changelist")
    fill(2)
    with django_assert_max_num_queries(20) as few:
        admin_client.get(url)
    fill(8)
    with django_assert_max_num_queries(20) as many:
        response = admin_client.get(url)

    assert response.status_code == 200
    assert len(few) == len(many)


def fill(times):
    """So many rows more of each model, in one world as a class has them."""
    world = World.objects.first() or WorldFactory()
    hub = Person.objects.filter(kind="learner").first() or LearnerFactory(world=world)
    for _ in range(times):
        one, two, three = PersonFactory.create_batch(3, world=world)
        one.follow(hub)
        two.block(three)
        one.invite(two, "friend").accept()
        one.write(two, "Hello")
        three.invite(hub, "friend")
        found(one, f"Group of {one.handle}").join(two)
        post = Post.objects.publish(one, "Hello", "followers")
        Post.objects.react(one, post.pk, "useful")
        Post.objects.comment(one, post.pk, "And this")
        Post.objects.save_for_later(one, post.pk)
        Post.objects.share(one, post.pk, f"#tide @{two.handle}", "followers")
        TagFollow.objects.follow(one, "tide")
        job = open_job(EmployerFactory(world=world))
        one.apply(job, "I can do it.")
        Job.objects.save_for_later(two, job.pk)


@pytest.fixture
def reported(mia, omar):
    mia.follow(omar)
    post = Post.objects.publish(omar, "Buy now", "followers")
    return Report.objects.file(mia, post, "spam", "Every day")


def test_the_queue_of_reports_shows_the_open_ones_first(admin_client, mia, omar, reported):
    later = Report.objects.file(omar, mia, "rude")
    later.dismiss(UserFactory())

    queue = admin_client.get(reverse("admin:network_report_changelist"))

    assert [*queue.context["cl"].result_list] == [reported, later]
    shown = admin_client.get(reverse("admin:network_report_change", args=[reported.pk])).text
    assert reverse("admin:network_post_change", args=[reported.post_id]) in shown
    assert "Every day" in shown


@pytest.mark.parametrize(
    ("action", "state", "posts"),
    [("dismiss", "dismissed", 1), ("settle", "acted", 1), ("remove_subject", "acted", 0)],
)
def test_reports_are_decided_by_who_is_signed_in(
    admin_client, admin_user, reported, action, state, posts
):
    press(admin_client, "report", action, reported)

    reported.refresh_from_db()
    assert (reported.state, reported.decided_by) == (state, admin_user)
    assert Post.objects.count() == posts
    gone = admin_client.get(reverse("admin:network_report_change", args=[reported.pk])).text
    assert ("It is not there any more." in gone) is (posts == 0)


def test_who_may_only_look_at_reports_decides_nothing(client, reported):
    looker = UserFactory(is_staff=True)
    looker.user_permissions.add(Permission.objects.get(codename="view_report"))
    client.force_login(looker)

    press(client, "report", "dismiss", reported)

    reported.refresh_from_db()
    assert reported.is_open


def test_taking_back_an_endorsement(admin_client, mia, omar):
    connect(mia, omar)
    given = mia.endorse(Skill.objects.enter(omar, "Excel"))

    delete(admin_client, "endorsement", given)

    assert not Endorsement.objects.exists()
    assert verbs_of(mia) == ["invited", "endorsed", "unendorsed"]


def test_hiding_and_taking_back_a_recommendation(admin_client, mia, omar):
    connect(mia, omar)
    written = mia.recommend(omar, relationship="client", text="Always on time")
    assert "has changed meanwhile" in press(admin_client, "recommendation", "hide", written).text
    written.accept(1)

    page = press(admin_client, "recommendation", "hide", written)
    assert "1 recommendation hidden." in page.text
    assert Recommendation.objects.get().status == "hidden"

    delete(admin_client, "recommendation", written)
    delete(admin_client, "recommendation", omar.ask_recommendation(mia, "Please"))
    assert not Recommendation.objects.exists()
    assert [verbs_of(one)[-1] for one in (mia, omar)] == ["took back", "took back"]
