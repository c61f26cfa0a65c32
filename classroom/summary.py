"""A scenario in numbers, for whoever decides whether to load it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def in_words(scenario):
    """'10 people, 2 employers, 12 connections, 50 follows, 38 posts, 2 invitations'."""
    people, employers = _kinds(scenario)
    posts = sum(len(person.posts) for person in scenario.people)
    return ", ".join(
        sentence % {"n": n}
        for n, sentence in [
            (people, ngettext("%(n)d person", "%(n)d people", people)),
            (employers, ngettext("%(n)d employer", "%(n)d employers", employers)),
            *_counted_ties(scenario),
            (posts, ngettext("%(n)d post", "%(n)d posts", posts)),
        ]
    )


def _counted_ties(scenario):
    connections, followed = len(scenario.connections), len(scenario.follows)
    invitations = len(scenario.invitations)
    yield connections, ngettext("%(n)d connection", "%(n)d connections", connections)
    yield followed, ngettext("%(n)d follow", "%(n)d follows", followed)
    yield invitations, ngettext("%(n)d invitation", "%(n)d invitations", invitations)


def of_world(scenario):
    """(what, how many), row by row."""
    people, employers = _kinds(scenario)
    posts = [post for person in scenario.people for post in person.posts]
    audiences = [post.audience for post in posts if not post.group]
    connections = len(scenario.connections)
    return [
        (_("Simulated people"), people),
        (_("Influencers among them"), sum(person.influencer for person in scenario.people)),
        (_("Recruiters among them"), sum(person.recruiter for person in scenario.people)),
        (_("Employers"), employers),
        (_("Connections"), connections),
        (
            _("Connections of one person, on average"),
            round(2 * connections / people, 1) if people else 0,
        ),
        (_("Follows, those of connections included"), len(scenario.follows)),
        (_("Posts for followers"), audiences.count("followers")),
        (_("Posts for connections only"), audiences.count("connections")),
        (_("Groups"), len(scenario.groups)),
        (_("Posts to groups"), len(posts) - len(audiences)),
        (_("Comments and answers to them"), sum(len([*post.remarks]) for post in posts)),
        (_("Reactions"), sum(len(post.reactions) for post in posts)),
        (_("Endorsements"), _endorsements(scenario.people)),
        (_("Recommendations"), len(scenario.recommendations)),
        (_("Conversations"), len(scenario.conversations)),
        (_("Invitations that wait among them"), len(scenario.invitations)),
        (_("Open jobs"), len(scenario.jobs)),
    ]


def of_learner(scenario):
    """How each learner starts: (what, how many), row by row."""
    learner = scenario.learner
    following = {tie.who for tie in (*learner.follows, *learner.connections)}
    followers = {tie.who for tie in (*learner.followers, *learner.connections)}
    return [
        (_("Connections"), len(learner.connections)),
        (_("People and employers they follow"), len(following)),
        (_("Followers"), len(followers)),
        (_("Invitations to answer"), len(learner.invited_by)),
        (_("Invitations they have sent"), len(learner.invited)),
        (_("Groups"), len(learner.groups)),
        (_("Conversations"), len(learner.conversations)),
        (_("Endorsements"), _endorsements([learner])),
        (_("Recommendations"), len(learner.recommended_by)),
    ]


def _endorsements(profiles):
    return sum(len(skill.endorsed_by) for profile in profiles for skill in profile.skills)


def _kinds(scenario):
    employers = sum(person.is_employer for person in scenario.people)
    return len(scenario.people) - employers, employers
