"""How often, how likely and how many, with what each number rests on.

Chances are from 0 to 1 for each occasion, rates are for each day of the world.
"""

from django.utils.translation import gettext_lazy as _

from ..deciding.facts import Role
from ..deciding.weights import Weight

EMPLOYER = "employer"


def _rates(*rows):
    return {
        name: Weight(value, says, tuple(sources) or ("judgement",))
        for name, value, says, *sources in rows
    }


RATES = _rates(
    # Posts, for each day
    ("post.peer", 0.1, _("A peer posts")),
    ("post.alumnus", 0.15, _("A former student of a school posts")),
    ("post.recruiter", 0.3, _("A recruiter posts")),
    ("post.hiring_manager", 0.1, _("A hiring manager posts")),
    ("post.senior_leader", 0.15, _("A senior leader posts")),
    ("post.influencer", 1.0, _("An influencer posts")),
    ("post.employer", 0.4, _("The page of an employer posts")),
    ("post.most", 40, _("Most posts in a day of people whose posts some learner sees")),
    ("post.most_far", 6, _("Most posts in a day of all others")),
    ("post.in_group", 0.3, _("A post goes to a group that its author is in")),
    # Others' posts: a sum of terms, then the chance that it gives
    ("respond.base", -3.0, _("Reacts to a post of a learner: the sum that everybody starts with")),
    ("respond.match", 1.2, _("… added when a word of the post is about their work"), "foci"),
    ("respond.connected", 0.8, _("… added when they are connected"), "foci"),
    ("respond.liked", 0.6, _("… added when the learner reacted to theirs in 14 days"), "favours"),
    ("respond.comments", 0.35, _("Who reacts to a post of a learner writes under it as well")),
    ("respond.most", 5, _("Most people who respond to one post")),
    ("respond.others", 0.12, _("Somebody who sees a simulated person's post reacts to it")),
    ("respond.others_comment", 0.3, _("Who reacts to such a post writes under it as well")),
    ("respond.others_most", 2, _("Most simulated people who respond to each other's post")),
    ("answer.match", 0.6, _("A member whose work fits answers a learner's question in a group")),
    ("answer.other", 0.1, _("Another member answers a learner's question in a group")),
    ("answer.most", 2, _("Most answers of simulated members to one question")),
    ("thank.useful", 0.8, _("An author answers a comment of 15 words or more"), "favours"),
    ("thank.short", 0.2, _("An author answers a shorter comment")),
    ("thank.question", 0.8, _("An author answers a question under a post")),
    # Giving back
    ("follow.peer", 0.15, _("A peer follows back"), "partisanship"),
    ("follow.alumnus", 0.15, _("A former student of a school follows back")),
    ("follow.recruiter", 0.15, _("A recruiter follows back")),
    ("follow.hiring_manager", 0.08, _("A hiring manager follows back")),
    ("follow.senior_leader", 0.03, _("A senior leader follows back")),
    ("follow.influencer", 0.005, _("An influencer follows back")),
    ("follow.shared", 0.25, _("… added when they share a school or a group"), "partisanship"),
    ("visit.view", 0.25, _("Looks back at who viewed their profile; less, the busier they are")),
    ("visit.comment", 0.35, _("Looks at who wrote 15 words or more under their post")),
    ("endorse.back", 0.5, _("Endorses back within three days; less, the less they give back")),
    # Requests: these always get an answer
    ("admit.match", 0.6, _("A moderator lets in somebody whose profile fits the group")),
    ("admit.known", 0.3, _("Whoever is let in: added when a connection of theirs is a member")),
    ("admit.other", 0.1, _("A moderator lets in somebody whose profile says nothing that fits")),
    ("introduce.base", 0.35, _("Passes on a request for an introduction")),
    ("introduce.quality", 0.6, _("… added for the quality of its note, 0 to 1"), "favours"),
    ("recommend.together", 0.8, _("Recommends a connection from the same employer or school")),
    ("recommend.known", 0.5, _("Recommends a connection who commented, or whom they endorsed")),
    ("recommend.other", 0.1, _("Recommends a connection of whom they know nothing else")),
    ("write.a_day", 1, _("Answers to messages of one person in a day")),
    ("write.warm", 0.5, _("A message of this quality or better, from 0 to 1, gets a warm answer")),
    ("welcome.base", 0.6, _("Writes after a learner has accepted; more, the more open they are")),
    # Coming to a learner unasked, for each day
    ("approach.relevant", 0.05, _("Each simulated person invites a learner who is active in a "
      "group of both")),
    ("approach.useful", 3, _("… times this in the week after they did something useful")),
    ("approach.further", 0.5, _("… times this when they know nobody in common"),
     "socialbots"),
    ("approach.irrelevant", 0.04, _("Somebody with nothing in common invites a learner")),
    ("approach.spam", 0.03, _("Somebody who sells invites a learner")),
    ("approach.scam", 0.01, _("A false recruiter invites a learner")),
    ("approach.most_relevant", 3, _("Most relevant invitations in 7 days")),
    ("approach.most_other", 2, _("Most other invitations in 7 days")),
    ("source.most", 2, _("Most recruiters who write to one learner in 7 days")),
    ("lead.rate", 0.06, _("A contact with ten common connections tells of a job that fits fully"),
     "weak_ties"),
    ("lead.most", 1, _("Most job leads in 7 days")),
)  # fmt: skip


def rate(name):
    return RATES[name].value


def of_role(kind, person):
    """The rate of one role: `kind` is post or follow."""
    persona = getattr(person, "persona", None)
    return rate(f"{kind}.{Role(persona.role) if persona else EMPLOYER}")
