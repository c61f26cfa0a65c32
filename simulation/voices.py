"""What a persona says, asked why they answered so: one text for each reason and role. Pure.

The reason is a term of the stored decision, never one found afterwards. Nobody is blamed or mocked.
"""

from django.utils.translation import gettext_lazy as _

from .deciding.facts import Role
from .deciding.terms import BY_NAME

LATE, LUCK, NOTHING = "late", "luck", "nothing"
UNSPOKEN = {"base", "weekend"}  # nobody says so of themselves

WHY_NOT = {
    "pitch": _("The note asked for something big before we knew each other."),
    "placeholder": _("The note had a gap where something of mine should stand."),
    "spam_link": _("The note had a link that I did not want to open."),
    "duplicate": _("The note read like one that goes to many people."),
    "wrong_name": _("The note greeted somebody else."),
    "false_claim": _("I did not recognise what was said about how we know each other."),
    "rude": _("The tone of the note did not feel right to me."),
    "stuffing": _("The note named many things, and I could not see which one mattered."),
    "flood": _("I saw that many invitations went out at the same time."),
    "note": _("The note did not tell me why you wrote to me."),
    "profile": _("Your profile did not tell me much about you yet."),
    "avatar": _("You have the face that everybody starts with, so I could not place you."),
    "selectivity": _("I get many invitations, and I could not see what connects us."),
    "role": _("In my role I accept fewer invitations than most people."),
    "openness": _("I am slow to make new contacts. That is my way."),
    "busyness": _("I had a lot to do in those days, so most invitations had to wait."),
    "gap": _("We are at very different points of our careers."),
    "declined": _("I had said no before, and little had changed for me since."),
    "withdrawn": _("You had invited me before and taken it back, so I was not sure."),
    "pushed": _("Some messages of yours came in a row before I could answer the first."),
    LUCK: _("Your invitation was fine. It came at a moment when I thought of other things."),
    LATE: _("I was away from the network for weeks and never came to your invitation."),
}
WHY = {
    "mutual": _("We both know somebody, and that made it easy."),
    "group": _("We are in the same group, so I had a place to put you."),
    "active": _("I had seen you take part in a group of ours."),
    "employer": _("We work at the same place, so of course."),
    "school": _("We went to the same school, and I like to hear from people who did."),
    "past_employer": _("We worked at the same place once, and I like to keep in touch."),
    "industry": _("We work in the same field, so we have something to talk about."),
    "city": _("We live in the same city, so we may meet one day."),
    "profile": _("Your profile told me well who you are."),
    "avatar": _("You had chosen a face for your profile, so I could place you."),
    "note": _("Your note was written for me, and I could see why you wrote."),
    "commented": _("I remembered your comment on a post of mine."),
    "replied": _("You had answered something that I wanted to know."),
    "endorsed": _("You had endorsed a skill of mine, and I noticed it."),
    "followed": _("You had followed me for a while, so you knew what I write about."),
    "liked": _("You had reacted to a post of mine, so I knew your name."),
    "thanked": _("You had thanked me, and I remembered it."),
    NOTHING: _("Nothing in particular spoke for it. I accept some people whom I do not know."),
}
AFTER_A_NO = {
    Role.PEER: _("I am still finding my own way, and I look for people whom I can place."),
    Role.ALUMNUS: _("I like to help people after me when I can see how."),
    Role.RECRUITER: _("In recruiting I look first for what fits my field."),
    Role.HIRING_MANAGER: _("I keep my network close to my team and its work."),
    Role.SENIOR_LEADER: _("I have little time for my network, so it stays small."),
    Role.INFLUENCER: _("Many people read what I write. Following me is open to everybody."),
}
AFTER_A_YES = {
    Role.PEER: _("It is good to know others who are on the same way."),
    Role.ALUMNUS: _("I like to stay in touch with people who come after me."),
    Role.RECRUITER: _("In recruiting, a contact of today may fit a job of tomorrow."),
    Role.HIRING_MANAGER: _("I like to know good people before there is a job for them."),
    Role.SENIOR_LEADER: _("I accept few invitations, and I remember why I did."),
    Role.INFLUENCER: _("I accept few invitations, and I remember why I did."),
}


def voice(reason, role, *, accepted):
    """The persona's own words."""
    why, after = (WHY, AFTER_A_YES) if accepted else (WHY_NOT, AFTER_A_NO)
    return f"{why[reason]} {after[Role(role)]}"


def reason_for(answer, *, good):
    """The term that the persona names: the first of what `helped`, or the worst of what did not.

    `good` is the chance from which on a no was bad luck.
    """
    if answer.outcome.is_accepted:
        return _of_a_yes(answer.terms)
    return LUCK if answer.p >= good else _of_a_no(answer.terms)


def _of_a_yes(terms):
    helped = [
        (BY_NAME[name].controllable, value, name)
        for name, value in terms.items()
        if value > 0 and name in WHY
    ]
    return max(helped)[-1] if helped else NOTHING


def _of_a_no(terms):
    against = [
        (not BY_NAME[name].is_penalty, value, name)
        for name, value in terms.items()
        if value < 0 and name not in UNSPOKEN
    ]
    return min(against)[-1] if against else LUCK
