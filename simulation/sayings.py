"""The sentences that simulated people say of their answers, by reason; `voices` chooses among them.

Some are said by whoever has a role of one family only. One with a name in it, such as %(team)s, is
said only where there is something of that name: see `voices.Situation`. Nobody is blamed or mocked.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .deciding.facts import Role

LATE, LUCK, UNMOVED, LITTLE, NOTHING = "late", "luck", "unmoved", "little", "nothing"
FAMILIES = {
    Role.PEER: "near",
    Role.ALUMNUS: "near",
    Role.RECRUITER: "hiring",
    Role.HIRING_MANAGER: "hiring",
    Role.SENIOR_LEADER: "leading",
    Role.INFLUENCER: "leading",
}


@dataclass(frozen=True)
class Sayings:
    """What anybody may say, and what those of one family of roles may say as well."""

    anybody: tuple
    near: tuple = ()
    hiring: tuple = ()
    leading: tuple = ()

    def of(self, role):
        return (*self.anybody, *getattr(self, FAMILIES[Role(role)]))


def _say(*anybody, **families):
    return Sayings(anybody, **families)


WHY_NOT = {
    "pitch": _say(
        _("The note wanted something big before we knew each other."),
        _("I had only just read your name, and the note already wanted something from me."),
        _("A job or a sale is a big first question. I did not know what to say to it."),
        _("“%(quote)s” is a lot to answer for somebody who does not know you yet."),
        near=(_("I am hardly the right person for what the note wanted."),),
        hiring=(
            _("Notes that want something at once come every day. I cannot answer them all."),
            _("At %(team)s there is a way to ask for such things, and this is not it."),
        ),
        leading=(_("Most notes to me want something. I say yes to those that can wait."),),
    ),
    "placeholder": _say(
        _("The note had a gap where something of mine should stand."),
        _("One part of the note was not filled in, so it did not feel meant for me."),
        _("I saw a gap in the note and thought that it had been sent too early."),
        _("The note still said “%(quote)s” where something of mine should stand."),
    ),
    "spam_link": _say(
        _("The note had a link, an address or a number that I did not want to use."),
        _("I follow no links and no numbers from people whom I do not know yet."),
        _("A note with a link or a number in it looks like advertising to me."),
        leading=(_("Links and numbers come to me all day. I leave them where they are."),),
    ),
    "duplicate": _say(
        _("The note read like one that goes to many people."),
        _("I could not find a word in the note that was only for me."),
        _("The same note could have gone to anybody here, so I let it pass."),
        hiring=(_("In my work I see many copied notes, and yours read like one of them."),),
    ),
    "wrong_name": _say(
        _("The note greeted somebody else."),
        _("It was not my name in the note, so I was not sure that it was for me."),
        _("The name in the note belongs to another person. That happens when one is in a hurry."),
        _("The note said “%(quote)s”, and that is not my name."),
    ),
    "false_claim": _say(
        _("I did not recognise what was said about how we know each other."),
        _("I tried to remember how we know each other, and I could not."),
        _("What the invitation said about the two of us was new to me."),
        _("It said “%(claim)s”. I looked twice, and I do not think so."),
        _("“%(quote)s”: I do not remember it so, and I was not sure what to think."),
        hiring=(_("In hiring I check what people say, and here I could not find it."),),
    ),
    "rude": _say(
        _("The tone of the note did not feel right to me."),
        _("The note sounded angry to me, and I did not know why."),
        _("I like to talk with people who are friendly first. The note made that hard."),
        _("“%(quote)s” was not easy to read from somebody whom I do not know."),
    ),
    "stuffing": _say(
        _("The note named many things, and I could not see which one mattered."),
        _("There was so much in the note that I lost the point of it."),
        _("One thing with a reason would have told me more than the whole list."),
    ),
    "flood": _say(
        _("I was one of many whom you had asked, and I could not see why you chose me."),
        _("So many invitations of yours were on their way that the one to me was only one more."),
        _("You had asked many people at the same time, so I left it to the others."),
        _("%(open)s invitations of yours were open when I decided. I felt like one of a list."),
    ),
    "note": _say(
        _("The note did not tell me why you wrote to me."),
        _("I read the note and still did not know what you wanted to talk about."),
        _("After the note I knew little about you, and nothing about why you chose me."),
        _("The note could have said one thing about me or my work. I was looking for it."),
        near=(_("I would have liked to read what made you think of me."),),
        hiring=(
            _("I look for the reason in the first line. I did not find it."),
            _("Nothing in the note spoke of %(team)s or of my work there."),
        ),
        leading=(_("I read quickly, and the note gave me nothing to stop at."),),
    ),
    "profile": _say(
        _("Your profile did not tell me much about you yet."),
        _("I looked at your profile, and many parts of it were still empty."),
        _("I wanted to know who you are, and your profile could not tell me yet."),
        hiring=(_("I read profiles for a living. In yours I could not find enough to go on."),),
        leading=(_("I give a profile half a minute. Yours had little to read in it."),),
    ),
    "avatar": _say(
        _("You have the face that everybody starts with, so I could not place you."),
        _("Your profile still had the first face that everybody gets, so it looked brand new."),
        _("Without a face that you chose, I was not sure that somebody uses this profile."),
    ),
    "selectivity": _say(
        _("I get many invitations, and I could not see what connects us."),
        _("I looked for something that we share, and I found too little."),
        _("I saw no past and no contact that would bring us together."),
        _("I work at %(team)s, and I did not see what links you to that."),
        near=(
            _("I keep my contacts to people whom I have met or worked with."),
            _("I could not find a class, a team or a friend that we have in common."),
        ),
        hiring=(
            _("I connect with people from my field first, and I could not place you there."),
            _("For my work at %(team)s I look for a link to what we do, and found none."),
        ),
        leading=(
            _("I have to choose, and I choose people with whom something connects me."),
            _("When nothing connects us, I usually leave an invitation where it is."),
        ),
    ),
    # Selective, and there was something that they share.
    LITTLE: _say(
        _("I get many invitations, and what we share was not quite enough for me."),
        _("I saw what we have in common. I look for a little more before I say yes."),
        _("There is something that links us, and I wait until there is more of it."),
        _("You and I share a little. From my place at %(team)s I need a clearer reason."),
        near=(_("I like to have met people, or to hear of them more than once."),),
        hiring=(_("A link is a start. I also look for what we would talk about."),),
        leading=(_("I have to choose, and a thin link often has to wait."),),
    ),
    "role": _say(
        _("In my role I accept fewer invitations than most people."),
        _("People with my job say no more often than others. It was not about you."),
        _("My job brings many invitations, and I take up only a few of them."),
        hiring=(
            _("When I hire for %(team)s, my inbox fills up, and I answer only a part of it."),
            _("Most of my contacts come from the work of hiring, and few from invitations."),
        ),
        leading=(
            _("At %(team)s many people want a minute of my time, so I accept very few."),
            _("Most people whom I do not know wait for long before I accept them, if I do."),
        ),
    ),
    "openness": _say(
        _("I am slow to make new contacts. That is my way."),
        _("I like a small circle, so I rarely accept somebody new."),
        _("New people are not easy for me. I need to hear of somebody a few times."),
        _("I have been at %(team)s for some time, and still I add new contacts slowly."),
    ),
    "busyness": _say(
        _("I had a lot to do in those days, so most invitations had to wait."),
        _("When yours came, I had %(full)s to get through."),
        _("I had %(full)s waiting for me, and I did not get far."),
        _("Work was heavy at that time, and I answered only what could not wait."),
        near=(_("I had too many things to finish that week to look at new people."),),
        hiring=(_("We had a busy time at %(team)s, and I hardly looked at my invitations."),),
        leading=(_("My days at %(team)s are full, and invitations come last in them."),),
    ),
    "gap": _say(
        _("We are at very different points of our careers."),
        _("You are nearer to the beginning, so I was not sure how to be of use."),
        _("There are many years of work between us. Somebody nearer to you may help you more."),
        leading=(_("For first steps, people who took theirs not long ago know more than I do."),),
    ),
    "declined": _say(
        _("I had said no before, and little had changed for me since."),
        _("You had asked me before, and I saw no new reason this time."),
        _("My answer was the same as the last time, since my situation was the same."),
    ),
    "withdrawn": _say(
        _("You had invited me before and taken it back, so I was not sure."),
        _("Your last invitation was gone before I answered, so I waited this time."),
        _("I was not sure whether this one would stay, since the one before did not."),
    ),
    "pushed": _say(
        _("Some messages of yours came in a row before I could answer the first."),
        _("I had hardly read one message when the next came. I needed more time."),
        _("Three messages in a few days were more than I could answer."),
    ),
    LUCK: _say(
        _("Your invitation was fine. It came at a moment when I thought of other things."),
        _("There was nothing wrong with your invitation. I decided in a hurry."),
        _("I might well have said yes on another day. Your invitation was good."),
        _("Your invitation was fine. Something at %(team)s needed all my attention just then."),
    ),
    # Bad luck, and what they wrote, if anything, was nothing to praise.
    UNMOVED: _say(
        _("A few friendly words about why you asked me would have helped."),
        _("I did not see why you asked me, so it did not stay in my mind."),
        _("What I missed was a reason, in your own words."),
    ),
    LATE: _say(
        _("I was away from the network for weeks and never came to your invitation."),
        _("I was away for some weeks. When I came back, your invitation lay too far down."),
        _("I was away and did not look in for a long time, so I never came to it."),
    ),
}
WHY = {
    "mutual": _say(
        _("We both know somebody, and that made it easy."),
        _("I saw a name that I know among your contacts, and that was enough for me."),
        _("You know %(both)s, and so do I. That made it easy."),
        _("%(both)s knows us both, so you were not a stranger to me."),
        near=(_("When friends of mine know somebody, I am glad to meet them too."),),
        hiring=(_("Somebody whom I trust knows you. In hiring, that counts for much."),),
        leading=(_("I look first at who knows whom, and there I found you."),),
    ),
    "group": _say(
        _("We are in the same group, so I had an idea of who you are."),
        _("I know you from our group, at least by name."),
        _("You are in %(group)s, as I am, so I knew where you come from."),
        _("Whoever is in %(group)s shares some of my interests."),
    ),
    "employer": _say(
        _("We work at the same place, so of course."),
        _("We are colleagues, even if we have not worked on anything together yet."),
        _("You are at %(employer)s, too. One should know one's colleagues."),
        _("I say yes to nearly everybody at %(employer)s."),
    ),
    "school": _say(
        _("We went to the same school, and I like to hear from people who did."),
        _("We come from the same school, so we have a place in common."),
        _("You were at %(school)s, as I was. I always look twice at that name."),
        _("People from %(school)s are easy to talk to: we know the same rooms."),
        near=(_("I was glad when people from %(school)s answered me, so I do the same."),),
    ),
    "past_employer": _say(
        _("We worked at the same place once, and I like to keep in touch."),
        _("We know the same work place from the inside, and that connects."),
        _("You know %(past)s from the inside, as I do."),
        _("Whoever has worked at %(past)s has stories that I know, too."),
    ),
    "industry": _say(
        _("We work in the same field, so we have something to talk about."),
        _("You are in my field, and it is good to know who else is."),
        _("We both work in this field: %(field)s. That is reason enough for me."),
    ),
    "city": _say(
        _("We live in the same city, so we may meet one day."),
        _("You live where I live, and I like to know people here."),
        _("You are in %(city)s, too, so this is not only a name on a screen."),
    ),
    "profile": _say(
        _("Your profile told me well who you are."),
        _("I read your profile to the end, and then I knew whom I would meet."),
        _("There was much to read in your profile, so I did not have to guess."),
        hiring=(_("A profile like yours makes my work easy: I see at once what you do."),),
        leading=(_("I looked at your profile for half a minute, and it answered what I asked."),),
    ),
    "avatar": _say(
        _("You had chosen a face for your profile, so I could place you."),
        _("Your profile has a face of its own, so I saw that somebody cares for it."),
        _("I remember faces, and you had chosen one."),
    ),
    "note": _say(
        _("Your note was written for me, and I could see why you wrote."),
        _("Your note gave me a reason, and I knew what we might talk about."),
        _("I could tell that the note was for me and for nobody else."),
        _("You wrote “%(quote)s”, so I knew that you meant me."),
        _("“%(quote)s”: when I read that, I wanted to know more."),
        near=(_("Somebody had thought about whom they write to. I liked that."),),
        hiring=(_("Most notes that I get are about the sender. Yours was about us both."),),
        leading=(_("I read notes quickly, and at yours I stopped."),),
    ),
    "commented": _say(
        _("I remembered your comment on a post of mine."),
        _("You had written something thoughtful below a post of mine, so I knew your name."),
        _("Your comment made me think again. After that, your invitation was easy."),
    ),
    "replied": _say(
        _("You had answered something that I wanted to know."),
        _("I had a question, and you took the time to answer it."),
        _("You had helped with an answer before you asked for anything. I remember that."),
    ),
    "endorsed": _say(
        _("You had endorsed a skill of mine, and I noticed it."),
        _("You had said something good of my work before you wrote, and I was glad of it."),
        _("I saw your name when you endorsed me, so it was not new to me."),
    ),
    "followed": _say(
        _("You had followed me for a while, so you knew what I write about."),
        _("You had been following me for some days. So I knew that you read what I write."),
        _("Your name was among those who follow me, and I took that as interest."),
    ),
    "liked": _say(
        _("You had reacted to a post of mine, so I knew your name."),
        _("I saw that you liked something that I wrote. It is a small sign, and it counts."),
        _("Your name stood under a post of mine, so I had seen it before."),
    ),
    "thanked": _say(
        _("You had thanked me, and I remembered it."),
        _("Few people say thank you. You did, and it stayed with me."),
        _("After your thanks I was glad to hear from you again."),
    ),
    NOTHING: _say(
        _("Nothing in particular spoke for it. I accept some people whom I do not know."),
        _("I cannot name one reason. Now and then I say yes to somebody new."),
        _("I had a quiet moment and said yes. I did not need a special reason."),
    ),
}
AFTER_A_NO = {
    Role.PEER: (
        _("I am still finding my own way, and it takes me time to get to know people."),
        _("We all ask and are asked here, so I hope that you take it lightly."),
        _("I am learning all this, too, and I do not get it right every time."),
        _("Work at %(team)s comes first for me, and new contacts when there is time."),
        _("I know more people by their posts than by their invitations."),
        _("Perhaps we meet in a group or at a talk, and then it is easier."),
    ),
    Role.ALUMNUS: (
        _("I like to help people after me when I can see how."),
        _("I was where you are not long ago, and I remember how it was."),
        _("Most of us who finished before you are happy to be asked in a good way."),
        _("I am glad to say how I came to %(team)s to those who ask about it."),
        _("I have time for people in bits, between other things."),
    ),
    Role.RECRUITER: (
        _("In recruiting I look first for what fits my field."),
        _("I answer sooner when I see at once what somebody does."),
        _("What I need to know first is how somebody would fit at %(team)s."),
        _("A short talk at a fair helps me more than an invitation does."),
    ),
    Role.HIRING_MANAGER: (
        _("I keep my network close to my team and its work."),
        _("Whoever knows what my team does has an easier start with me."),
        _("I have more time for it when we are not in the middle of something."),
        _("My team at %(team)s is a better place to begin than I am."),
        _("I say yes most easily to people who have seen a little of what we do."),
    ),
    Role.SENIOR_LEADER: (
        _("I have little time for my network, so it stays small."),
        _("I say no far more often than yes, and it is seldom about the person."),
        _("If somebody whom I know speaks of you, I will listen."),
        _("Others at %(team)s are easier to reach than I am, and they know more of the detail."),
    ),
    Role.INFLUENCER: (
        _("Many people read what I write. Following me is open to everybody."),
        _("I answer more in the comments than in my invitations."),
        _("I cannot know all who read me, but I do read what they write below my posts."),
    ),
}
AFTER_A_YES = {
    Role.PEER: (
        _("It is good to know others who are on the same way."),
        _("Perhaps we can help each other at some point."),
        _("I am building my own network, too, so this was good for us both."),
        _("There is much that I am learning at %(team)s, and I like to hear how others learn."),
    ),
    Role.ALUMNUS: (
        _("I like to stay in touch with people who come after me."),
        _("Somebody did the same for me when I began."),
        _("If you want to know how things went for me, you may ask."),
        _("You may ask me how I came to %(team)s."),
    ),
    Role.RECRUITER: (
        _("In recruiting, a contact of today may fit a job of tomorrow."),
        _("I like to know people before I need them for a job."),
        _("Now I shall see it when you write about your work."),
        _("When something opens at %(team)s, I look at my contacts first."),
    ),
    Role.HIRING_MANAGER: (
        _("I like to know good people before there is a job for them."),
        _("It is easier to hire when one has met people before."),
        _("Good teams begin long before there is a free place in them."),
        _("I like to hear how others do what we do at %(team)s."),
    ),
    Role.SENIOR_LEADER: (
        _("I accept few invitations, and I remember why I did."),
        _("I do not write much, but I read along."),
        _("It does me good to hear from people who are not in my meetings."),
        _("At %(team)s I hear the same voices all day, so a new one is welcome."),
    ),
    Role.INFLUENCER: (
        _("I accept few invitations, and I remember why I did."),
        _("Most people only follow me, and that is fine. A few I like to know."),
        _("I shall see what you write now, as you see what I write."),
    ),
}
