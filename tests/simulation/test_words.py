"""What personas write back names something, varies, and is the same whenever it is told."""

from simulation.chance import Luck
from simulation.words import Concrete, reply, topic

ALL = Concrete(
    post="Tide tables",
    commented=True,
    school="Quay College",
    group="Pilots",
    employer="Tideline",
    work="Harbour pilot",
)


def replies(said, number=200):
    return [reply(said, Luck(7, 1, f"persona-{n}")) for n in range(number)]


def test_the_same_luck_writes_the_same():
    assert replies(ALL, 20) == replies(ALL, 20)


def test_many_write_in_many_ways():
    assert len(set(replies(ALL))) > 40


def test_each_names_something_that_is_there():
    for thing in ("school", "group", "employer", "work", "post"):
        only = Concrete(**{thing: "Tideline & Sons"})
        assert all("Tideline & Sons" in words for words in replies(only, 30)), thing


def test_nothing_is_named_that_is_not_there():
    for words in replies(Concrete(), 50):
        assert "%" not in words
        assert "“" not in words
        assert words.strip()


def test_nobody_shouts_and_a_percent_sign_stays_one():
    for words in replies(Concrete(post="100 %(school)s"), 30):
        assert "!" not in words
        assert "100 %(school)s" in words


def test_a_question_is_answered():
    assert all("question" in words for words in replies(Concrete(asked=True), 20))


def test_a_post_is_quoted_by_its_beginning():
    assert topic("Tide tables. How I read them.\nMore") == "Tide tables"
    assert topic("A question? Yes.") == "A question"
    long = topic("word " * 40)
    assert len(long) <= 72
    assert long.endswith("word …")
    assert topic("") == ""
