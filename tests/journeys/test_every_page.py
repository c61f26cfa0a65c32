"""Every page, in light and dark, wide and narrow: WCAG 2.2 AA by axe, no scrolling sideways."""

import json

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from axe_playwright_python.base import AXE_SCRIPT

from accounts.models import User
from network.models import Job, Person, Post, ProfileView, Skill, TagFollow
from simulation.models import Approach, Prediction
from tests.factories import LearnerFactory, PersonFactory, UserFactory, connect, publish
from tests.factories import found as start_group
from tests.journeys import pages
from tests.simulation.moves import explained

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SLOW = "color-contrast"  # by far
CALM = {"reduced_motion": "reduce"}  # nothing is half shown
WIDE, ZOOMED, NARROW = 1280, 640, 320  # CSS pixels; 1280 at 200 % zoom is 640
MENUS = "details.menu"
PARTS = 6  # so that the pages are looked at by more than one process
A_FEW = 5  # menus of a page; further cards have the same ones
TALL = 4000  # so that nothing lies under the bar at the bottom
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return "";
  const sticksOut = (element) => element.getBoundingClientRect().right > width + 1;
  const all = [...document.body.querySelectorAll("*")];
  return (all.find(sticksOut) ?? document.body).outerHTML.slice(0, 200);
}"""


def test_every_url_is_looked_at():
    looked_at = {*pages.ANYBODY, *pages.LEARNER, *pages.INSTRUCTOR} - {""}

    assert set(pages.names()) - pages.NO_PAGE == looked_at - {"admin:index"}
    assert set(pages.names()) >= pages.NO_PAGE


@pytest.mark.exhaustive
def test_pages_for_everybody(browse, faults, transactional_db):
    user = UserFactory()
    address = EmailAddress.objects.create(user=user, email="mia@mail.example")
    reset = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    confirm = EmailConfirmationHMAC(address).key
    faults.expect("status of 404")

    assert found(browse(**CALM), pages.ANYBODY, reset=reset, confirm=confirm) == ""


@pytest.mark.exhaustive
@pytest.mark.parametrize("part", range(PARTS))
def test_pages_for_learners(browse, faults, seat, part):
    mia = seat("Mia Lund")
    omar = seat("Omar Haddad")
    omar.follow(mia)
    mia.block(Person.objects.get(handle="dana-kestrin"))
    kofi = Person.objects.get(handle="kofi-brandt")
    welcome = kofi.write(mia, "Welcome. What do you want to learn?")
    mia.write(kofi, "How stock is counted.")
    ProfileView.objects.note(kofi, mia)
    mia.ask_to_be_introduced(kofi, Person.objects.get(handle="elin-sorby"), "May I see your plan?")
    ruth = Person.objects.get(handle="ruth-calloway")
    ruth.ask_to_be_introduced(mia, kofi, "May I see your lorries?")
    join_groups(mia, omar, Person.objects.filter(kind="persona").order_by("pk")[:3])
    post = publish(mia, "Two posts a week are enough. " * 60)
    asked = Post.objects.comment(omar, post.pk, "Which two?")
    answer = Post.objects.comment(mia, post.pk, "Tuesday and Friday.", parent=asked.pk)
    Post.objects.react(omar, post.pk, "useful")
    Post.objects.react(mia, post.pk, "support")
    Post.objects.save_for_later(mia, post.pk)
    mia.mute(kofi)
    wanted, applied = Job.objects.order_by("pk")[:2]
    Job.objects.save_for_later(mia, wanted.pk)
    mia.apply(applied, "I have led a rota of nine volunteers.")
    keys = {"post": post.pk, "comment": answer.pk, "job": mia.experience.first().pk}
    keys |= {"open": wanted.pk, "applied": applied.pk}
    keys |= {"their_post": publish(kofi).pk, "their_comment": asked.pk}
    keys |= {"their_message": welcome.pk, "me": mia.pk}
    keys |= said_with(mia, keys["their_post"])
    keys |= given(mia, omar, kofi)
    keys |= practised(mia)
    faults.expect("status of 404")
    some = dict(list(pages.LEARNER.items())[part::PARTS])

    assert found(browse(mia.user, **CALM), some, **keys) == ""


def join_groups(mia, omar, others):
    """Each way in which Mia can stand with a group, and people in each way in hers."""
    rules = "Ask before you advertise."
    about = "Ships and their timetables. " * 30
    quay = start_group(omar, "Quay", description=about, rules=rules)
    cabin = start_group(mia, "Cabin", rules=rules, is_private=True)
    start_group(omar, "Cellar", is_private=True).join(mia)
    attic = start_group(omar, "Attic")
    start_group(omar, "Bridge")
    attic.join(mia)
    attic.remove_member(omar, mia)
    quay.join(mia)
    for other in (omar, *others):
        cabin.join(other)
    cabin.admit(mia, omar)
    cabin.admit(mia, others[0])
    cabin.remove_member(mia, others[0])
    Post.objects.publish_in(quay, omar, "Which tide table do you use?")
    Post.objects.publish_in(cabin, omar, "Which tide table do you use?")


def said_with(mia, theirs):
    """A share, one of a post that is gone, an article, tags and a mention; their keys."""
    gone = publish(mia, "Soon gone")
    words = "@kofi-brandt on #logistics and #tides"
    shares = [Post.objects.share(mia, pk, words, "followers") for pk in (theirs, gone.pk)]
    gone.remove()
    Post.objects.comment(mia, theirs, words)
    TagFollow.objects.follow(mia, "logistics")
    title, text = "How we count " * 9, f"{words}\n\n" + "Tuesday and Friday. " * 200
    article = Post.objects.publish(mia, text, "followers", title=title.strip())
    return {"share": shares[0].pk, "gone": shares[1].pk, "article": article.pk}


def given(mia, omar, kofi):
    """Endorsements, and recommendations in each state that a page shows; the keys of some."""
    connect(omar, mia)
    praise, asked, shown = (
        {"relationship": "managed", "place": "Quay 3"},
        "About the fair?",
        "Good.",
    )
    skill = kofi.skills.first() or Skill.objects.enter(kofi, "Counting")
    mia.endorse(skill)
    omar.endorse(mia.skills.first() or Skill.objects.enter(mia, "Excel"))
    waiting = kofi.recommend(mia, **praise, text="Counts what others guess. " * 60)
    omar.recommend(mia, **praise, text=shown).accept(1)
    thanks = mia.recommend(kofi, **praise, text="Explains every figure.")
    thanks.send_back("Name the quay, please.")
    omar.ask_recommendation(mia, asked)
    return {"skill": skill.pk, "praise": waiting.pk, "thanks": thanks.pk}


def practised(mia):
    """Invitations with bets on them, one unanswered and one explained, and one that she answered;
    their keys.
    """
    note = "Hi Farah, thank you for your post on hiring. I look for a job. May I ask how it goes?"
    keys = {}
    for key, handle in {"sealed": "samuel-iyer", "explained": "farah-mansouri"}.items():
        sent = mia.invite(Person.objects.get(handle=handle), "unknown", note)
        Prediction.objects.predict(sent, 7)
        keys[key] = sent.pk
    explained(sent)
    seller = PersonFactory(world=mia.world, name="Morgan Teller")
    sold = seller.invite(mia, "friend", "Only 12 places are left. Answer YES today.")
    people = {"world": mia.world, "person": seller, "learner": mia}
    Approach.objects.create(**people, label="spam", at=sold.sent_at, invitation=sold)
    sold.decline()
    return {**keys, "judged": sold.pk}


@pytest.mark.exhaustive
def test_pages_with_nothing_on_them(browse, transactional_db):
    assert found(browse(LearnerFactory().user, **CALM), pages.LONER) == ""


@pytest.mark.exhaustive
def test_pages_for_instructors(browse, world):
    admin = User.objects.create_superuser("admin", password="tide-table-7")

    assert found(browse(admin, **CALM), pages.INSTRUCTOR, world=world.pk) == ""


def found(page, places, **keys):
    """What is wrong on any page of `places`, a line each."""
    paths = [path.format(**keys) for paths in places.values() for path in paths]
    return "\n".join(f"{path} {what}" for path in paths for what in wrong_on(page, path))


def wrong_on(page, path):
    show(page, path, "light")
    if (headings := page.locator("h1").count()) != 1:
        yield f"has {headings} h1"
    yield from against(page, "light", LEVELS)
    show(page, path, "dark")
    yield from against(page, "dark", [SLOW], type="rule")
    page.set_viewport_size({"width": NARROW, "height": TALL})
    yield from against(page, "narrow", LEVELS, but=SLOW)
    for number in range(min(page.locator(MENUS).count(), A_FEW)):
        open_only(page, number)
        yield from against(page, "menus", LEVELS, where=f"{MENUS}[open]")
    for width in (NARROW, ZOOMED, WIDE):
        page.set_viewport_size({"width": width, "height": TALL})
        if out := page.evaluate(TOO_WIDE):
            yield f"scrolls sideways at {width} px: {out}"


def show(page, path, scheme):
    page.set_viewport_size({"width": WIDE, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    open_all(page, f"details:not({MENUS})")
    page.evaluate(AXE_SCRIPT)


def open_all(page, which):
    """Open every <details> of a kind; how many there are."""
    return page.locator(which).evaluate_all(
        "all => { for (const one of all) one.open = true; return all.length }"
    )


def open_only(page, number):
    """One menu, as people do: it may cover the next one."""
    page.locator(MENUS).evaluate_all(
        "(all, number) => all.forEach((one, place) => { one.open = place === number })", number
    )


def against(page, how, rules, type="tag", but=None, where="html"):
    """What axe says, when it looks for `rules` only."""
    options = {"runOnly": {"type": type, "values": rules}, "resultTypes": ["violations"]}
    if but:
        options["rules"] = {but: {"enabled": False}}
    results = page.evaluate(f"axe.run({json.dumps(where)}, {json.dumps(options)})")
    for violation in results["violations"]:
        for node in violation["nodes"]:
            yield f"{how}: {violation['id']}: {node['html']} ({node['failureSummary']})"
