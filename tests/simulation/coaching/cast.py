"""Mia, who writes, and Omar, whom she writes to."""

from dataclasses import replace

from simulation.coaching.facts import (
    Contact,
    Elsewhere,
    Event,
    NoteFacts,
    Post,
    Profile,
    Recipient,
    Register,
)
from simulation.coaching.review import review

MIA = Profile(
    name="Mia Santos",
    headline="Library science student",
    schools=("Northfield College",),
    employers=("Corner Bookshop",),
    groups=("Quiet Archives",),
    skills=("cataloguing",),
)
OMAR = Recipient(
    name="Omar Hadley",
    headline="Archivist at the Harbour Museum",
    schools=("Northfield College", "Westmere University"),
    employers=("Harbour Museum",),
    groups=("Quiet Archives", "Maritime Records"),
    skills=("cataloguing", "paper conservation"),
    title="Dr.",
    register=Register.EITHER,
    posts=(
        Post("drying wet ledgers", "Drying wet ledgers needs blotting paper, patience and a fan."),
        Post("labels in pencil", "Write labels in pencil: ink fades long before the box does."),
    ),
)
FACTS = NoteFacts(
    sender=MIA,
    recipient=OMAR,
    mutuals=("Ines Barrow",),
    events=(
        Event("the recipient answered the sender's comment about rusty staples", Contact.WROTE),
    ),
    elsewhere=Elsewhere(
        names=("Tobias Renner",), schools=("Eastcliff School",), topics=("scanning glass plates",)
    ),
    earlier=(
        "Hi Petra, your talk on map cases made me rethink our shelves. I study library science at "
        "Northfield College. Could I ask one question about humidity? No rush, and thank you.",
    ),
)
STRONG = (
    "Hi Omar, your post on drying wet ledgers helped me save two books in our shop. I'm a library "
    "science student. Could I ask you one question about blotting paper? No rush, and thank you."
)
FAIR = "Hi Omar, we both went to Northfield College. I would like to connect. Thanks!"
WEAK = "Hello, I find your field interesting and paint on Sundays. I would love to connect."
HARMFUL = "Hi Omar, I need a job urgently, please refer me to your boss and forward my CV."


def facts(**changes):
    return replace(FACTS, **changes)


def recipient(**changes):
    return replace(FACTS, recipient=replace(OMAR, **changes))


def level(criterion, text, known=FACTS):
    return review(text, known).levels[criterion]


def faults(text, known=FACTS):
    return review(text, known).faults
