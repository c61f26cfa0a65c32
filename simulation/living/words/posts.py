"""Posts of simulated people and employers.

A post is a frame, which tells something small, and a thing from the field of its author, which
others can name when they answer: "the Tuesday stock count". Frames come in an order of each
author's own, so that nobody repeats themselves soon; a thing that stands in a post of late is
left out.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...deciding.facts import Role
from . import fitting
from .things import things_of

DAYS = [
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
]
PIECES = re.compile(r"%\(\w+\)[sd]")  # between what is filled in stands what is always said
NUMBERS = [3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 15, 18, 20, 25]  # never 1, for the sake of plurals


def text(author, said, luck, own, number, lately):
    """`own` is the luck of the author's whole life, which orders their frames; `number` counts
    their posts; `lately` are the last posts of the world.
    """
    frames = _frames(author, said)
    order = sorted(range(len(frames)), key=lambda n: (own.draw(f"frames.{n}"), n))
    order = [order[(number + later) % len(order)] for later in range(len(order))]
    thing = _thing(author, luck, lately)
    filled = said | {
        "thing": thing,
        "n": NUMBERS[int(luck.draw("words.n") * len(NUMBERS))],
        "day": _day(thing, luck),
    }
    frame = _not_of_late([frames[n] for n in order], lately)
    told = frame % filled
    closings = [""] if "?" in told else _closings(author)
    closing = closings[int(luck.draw("words.closing") * len(closings))]
    return "\n\n".join(filter(None, [told, closing]))


def _day(thing, luck):
    """The day that the thing is named after, or else any: nobody does Monday's list on Friday."""
    its_own = (str(day) for day in DAYS if str(day) in thing)
    return next(its_own, str(DAYS[int(luck.draw("words.day") * len(DAYS))]))


def _not_of_late(frames, lately):
    """The first of these that nobody used lately, or else the one that was used longest ago."""
    used = {frame: _used(frame, lately) for frame in frames}
    return max(frames, key=used.get)  # the first of several


def _used(frame, lately):
    """How many posts ago; more than any where it is in none of them."""
    said = max(PIECES.split(frame), key=len)
    ago = (n for n, text in enumerate(lately) if said in text)
    return next(ago, len(lately))


def _thing(author, luck, lately):
    """Something of the author's field that nobody has written about lately, as far as there is."""
    things = [thing % {"day": day} for thing in things_of(author) for day in _days_of(thing)]
    order = sorted(range(len(things)), key=lambda n: (luck.draw(f"thing.{n}"), n))
    named = [things[n] for n in order]
    return next((each for each in named if not any(each in text for text in lately)), named[0])


def _days_of(thing):
    return list(map(str, DAYS)) if "%(day)s" in thing else [""]


def _frames(author, said):
    """Those whose facts are known, for what the author is here."""
    said = said | {"thing": "x", "n": 1, "day": "x"}
    if author.is_employer:
        return fitting(of_employers(), said)
    role = author.persona.role
    if said["group"] and role in (Role.RECRUITER, Role.INFLUENCER):
        said |= {"job": ""}  # a group is no place to advertise
    elif said["group"]:
        return fitting(in_groups(), said)
    banks = {
        Role.RECRUITER: of_recruiters,
        Role.INFLUENCER: of_influencers,
        Role.HIRING_MANAGER: of_leaders,
        Role.SENIOR_LEADER: of_leaders,
    }
    return fitting(banks.get(role, of_workers)(), said)


def _closings(author):
    """Only who writes about their own work asks the readers for theirs."""
    role = Role.INFLUENCER if author.is_employer else author.persona.role
    if role in (Role.INFLUENCER, Role.RECRUITER):
        return [""]
    return [
        "",
        "",
        "",
        "",
        _("How do you do it where you work?"),
        _("Has anybody tried something like it?"),
        _("I would like to hear how others see it."),
    ]


def of_workers():
    return [
        _("We changed one thing about the %(thing)s: whoever finds a mistake writes down where it "
          "began, not who made it. After %(n)d weeks the list is half as long."),
        _("Ten minutes that I do not want to miss any more: the %(thing)s. Everybody says one "
          "number and one worry, and then we know where help is needed."),
        _("I was new to the %(thing)s this month and wrote down every question that I had to ask. "
          "There were %(n)d. The page now hangs beside the door for the next beginner."),
        _("A small experiment: for two weeks we did the %(thing)s in the afternoon instead of the "
          "morning. Fewer calls, and nobody misses the early start. Sometimes the time of day is "
          "the whole problem."),
        _("Today the %(thing)s went wrong, and it was my mistake. I had trusted last week's copy. "
          "Since noon there is a date at the top of every page."),
        _("A colleague asked me why we still do the %(thing)s by hand. I had no good answer, so we "
          "counted: it takes %(n)d hours a month. Next month we try it another way, and I will "
          "write here what came of it."),
        _("What helps me with the %(thing)s: one page, three columns, large letters. “Known”, “not "
          "known yet”, “who asks”. The second column is the important one."),
        _("The best question of this week came from a trainee, about the %(thing)s: who reads this "
          "afterwards? We asked around. Nobody did. Now it is half as long, and two people read "
          "it."),
        _("The new %(thing)s is %(n)d weeks old. What I would do again: begin with one team. What "
          "I would not do again: explain it by e-mail."),
        _("Somebody thanked me for the %(thing)s today. I have done it for years and nobody had "
          "said a word. It made my afternoon, so I went on and thanked two others."),
        _("If you are learning “%(skill)s”: the %(thing)s is where it became real for me. Take "
          "something small that comes back every week, and do it properly."),
        _("I showed a visitor from another department the %(thing)s. Three questions later I knew "
          "what we have to change. Visitors see what we walk past."),
        _("We lost %(n)d minutes every morning because two lists did not agree. Now the %(thing)s "
          "is the only one. It was hard to throw the other one away."),
        _("Handed over the %(thing)s to my colleague today. I wrote down what I do, and the page "
          "was full after the first step. There is more in it than I thought."),
    ]  # fmt: skip


def of_leaders():
    return [
        _("I asked my team what they would do in another way if nobody minded. First on the list: "
          "how we do the %(thing)s. We changed it %(n)d weeks ago. Nobody wants the old way "
          "back."),
        _("Once a month I do the %(thing)s myself, with the people who do it every day. I am slow, "
          "they are patient, and I learn more than in any report."),
        _("A new colleague had a better idea for the %(thing)s on the second day. We tried it on "
          "the third. Beginners see clearly for about a month; use it."),
        _("We are %(n)d weeks into a new way of doing the %(thing)s. It is not faster yet. It is "
          "calmer, and that is what we had asked for."),
        _("I said no to a good idea this week, because the %(thing)s has to work first. Saying why "
          "took an hour. It was worth it."),
        _("What I look for when somebody new joins us: not whether they know the %(thing)s, but "
          "how they ask about it."),
        _("Our team is growing: “%(job)s” at %(employer)s is open. If you write, tell us about one "
          "thing that you finished. %(contact)s answers questions about it."),
        _("The numbers of the %(thing)s were better than last month, and I nearly missed why: two "
          "people had begun to talk on %(day)s mornings. I will not improve that."),
        _("I made a decision about the %(thing)s without asking the night shift. It was the wrong "
          "one. We changed it back on %(day)s, and from now on they are asked first."),
        _("If you lead people for the first time: keep a list of what they told you about the "
          "%(thing)s and what you did about it. They remember both."),
    ]  # fmt: skip


def of_recruiters():
    return [
        _("I read %(n)d profiles this morning with my %(thing)s. Two stayed with me. Both said in "
          "one line what they had done, and for whom."),
        _("A tip from my desk, the %(thing)s: if somebody who does not know your work understands "
          "your first line, it is good. If not, take the longest word out and read it again."),
        _("People ask what I look at first. My %(thing)s: what you do now, what you would like to "
          "do, and one example. Everything else can wait for the talk."),
        _("“%(job)s” at %(employer)s is open. You need not have all that is in the text. Tell us "
          "which two things you have done and which one you would like to learn."),
        _("I answer every message that passes my %(thing)s: who are you, what did you read of "
          "mine, what is your one question? Most take me two minutes."),
        _("This week I had to say no to %(n)d people. Some of them will hear from me again, "
          "because they asked what was missing. That question is in my %(thing)s now."),
        _("Nobody who recruits for a real employer asks you for money, for a passport by mail or "
          "for an answer within the hour. It is the first line of my %(thing)s for beginners."),
        _("A good skills list is short. My %(thing)s has %(n)d lines, and I take one out each "
          "month. Which one would you take out of yours?"),
        _("Career changers, keep your old work in your profile. The %(thing)s shows me again and "
          "again that what people did before is what makes them good."),
        _("Before you send the next application, try the %(thing)s: read your first line aloud to "
          "somebody from another trade. If they ask a question, the answer is your first line."),
        _("I called %(n)d people today to say yes or no. The no takes longer, and it should. My "
          "%(thing)s has a place for what I tell them."),
        _("Gaps in a CV are no secret that I have to find. Write one line about it. My %(thing)s "
          "asks what you can do, not where you were each month."),
        _("What I read first on %(day)s mornings: messages that name something I wrote. It is no "
          "trick of my %(thing)s, they are simply easier to answer."),
        _("References help when they tell a story. “Reliable” tells me nothing; “was there on the "
          "night when the heating failed” does. That is a line of my %(thing)s."),
    ]  # fmt: skip


def of_influencers():
    return [
        _("The idea that I get most letters about is the %(thing)s. My answer is "
          "nearly always the same: try it once this week, badly, and write again after the "
          "third time."),
        _("I tried the %(thing)s for %(n)d weeks before writing about it. It works on quiet days. "
          "On busy ones I forgot it, and that is when I needed it."),
        _("Try the %(thing)s this %(day)s. One page, one pen, ten minutes. Write here what came of "
          "it; I read every answer, even if I cannot reply to all."),
        _("Three people told me this month that the %(thing)s changed how they work. All three had "
          "changed it first. That is the right way round."),
        _("I was wrong about the %(thing)s. I wrote last year that it needs a team. A reader did "
          "it alone, with better notes than mine."),
        _("What do you do when nobody answers? My %(thing)s has a line for it: most silence is not "
          "about you. Write once more, shorter, after a week. Then let it rest."),
        _("A networking question that I like: whom could you help within five minutes? Write "
          "down %(n)d names before your next %(thing)s and begin with the second one."),
        _("Last night a student asked me what I would do if I began again. The %(thing)s, every "
          "week, from the first day on. And I would thank people sooner."),
        _("The %(thing)s is not about working more. It is about knowing on %(day)s evening what "
          "you finished. I still have to learn it every month."),
        _("A reader sent me a photo of the %(thing)s on a kitchen wall, with three names crossed "
          "out and one circled. I did not ask why. I have put mine on the wall, too."),
        _("Two kinds of silence: they have not seen it, or they do not know what to say. The "
          "%(thing)s helps with the second. Write so that an answer can be one line."),
        _("I was at an evening with forty people and spoke with two. By the %(thing)s that was a "
          "good evening: I know what both will do next week, and they know it of me."),
        _("The first %(n)d minutes of a talk decide little. What decides is the message on the day "
          "after. That is why the %(thing)s ends with tomorrow's date."),
        _("Somebody wrote that the %(thing)s feels like work. It is. So is cooking, and we do not "
          "stop eating."),
        _("If you are new in a field, read more than you write for two weeks, and keep the "
          "%(thing)s beside you. Then ask one good question. You will be answered."),
        _("I left out half of the %(thing)s on %(day)s. What stayed is what I had really used. Try "
          "it with something of your own."),
        _("A manager told me that the %(thing)s is for beginners. The next question was what to "
          "say to somebody after ten years without a word. Begin with the last thing you "
          "remember."),
        _("Help that nobody asked for is often no help. In the %(thing)s there is a question for "
          "it: what would make next week easier for you?"),
        _("Most people keep in touch with those who are like them. I put one person of another "
          "trade on the %(thing)s each month. They know the jobs that my friends do not."),
        _("You need no reason to thank somebody, but it is better with one. The %(thing)s asks for "
          "the reason first: what did they do, and what came of it?"),
        _("It rained, the train stood still, and I had time for the %(thing)s. I found %(n)d "
          "people whom I owed an answer. Some of them have it now."),
        _("A common mistake with the %(thing)s: to do it for everybody. Choose five people. The "
          "others are not lost, they are next."),
        _("I asked a class what networking is. “Wanting something from strangers”, said one. After "
          "the %(thing)s the same voice said: “Knowing whom I could help.” I take that one."),
    ]  # fmt: skip


def of_employers():
    return [
        _("Our teams have tried a new %(thing)s. It saves each team about %(n)d hours a month, and "
          "the idea came from the night shift."),
        _("Last %(day)s %(n)d pupils came to see how the %(thing)s works. They asked questions "
          "that we had stopped asking. Three of their ideas are being tried."),
        _("We make mistakes, and we print them. Last month the %(thing)s was late %(n)d times. The "
          "reason was a form that nobody liked. It is gone since %(day)s."),
        _("“%(job)s”: we are looking for somebody. You find what it is about under Jobs, and "
          "%(contact)s answers questions about it."),
        _("“%(job)s” is open with us. Tell us in your letter about one thing that you have seen "
          "through to the end."),
        _("Ten years ago the %(thing)s was a pile of paper. A colleague who was there from the "
          "first day tells the story at our open hour on %(day)s at four."),
        _("Thank you to everybody who helped on %(day)s, when the %(thing)s had to be done in half "
          "the time. It worked, and there was cake."),
        _("A question that we hear often: do I need a degree to work here? For most of our jobs "
          "you do not. The %(thing)s, for one, is led by somebody who began as a temp."),
        _("We have new colleagues this month: %(n)d people. The first thing that they all learn is "
          "the %(thing)s, whatever their job is."),
        _("We asked %(n)d customers what they would like to know about us. The answer that we had "
          "not expected: how the %(thing)s works. So here is the first of three short posts."),
        _("A colleague has worked with the %(thing)s for twenty-five years, and from %(day)s on "
          "teaches it to two beginners. We listen at the door."),
        _("What we learned from the %(thing)s this month: ask on the same day. After a week nobody "
          "remembers, and after a month everybody remembers something else."),
        _("Our apprentices have written the guide for the %(thing)s anew. It has %(n)d lines "
          "instead of four pages. We have checked: nothing is missing."),
        _("On %(day)s at four a colleague tells visitors what the %(thing)s is good for. You need "
          "no appointment, but good shoes."),
        _("We have moved the %(thing)s nearer to those who need it most. That is all we did. It is "
          "better kept than ever."),
    ]  # fmt: skip


def in_groups():
    return [
        _("A question to all of you in “%(group)s”: how long does your %(thing)s take? Ours needs "
          "%(n)d hours a month, and I do not know whether that is much."),
        _("Who of you has changed the %(thing)s lately? I would like to know how you told the "
          "others, not only what you changed."),
        _("I have to explain the %(thing)s to somebody on the first day, in ten minutes. What "
          "would you say, and what would you leave out?"),
        _("Beginners in “%(group)s”: what is the question that you do not dare to ask? Ask it "
          "here. I start: I still look up how the %(thing)s begins."),
        _("We tried the %(thing)s with two teams at once and it was too much. For those who do it "
          "already: one after the other, or all together?"),
        _("Somebody here asked for examples. Mine: the %(thing)s, one page, %(n)d lines. Has "
          "anybody a shorter one?"),
        _("How do you thank people who help with the %(thing)s and do not have to? Cake is not an "
          "answer any more, we have had it four times."),
        _("What would you do: the %(thing)s is done well by one person, and nobody else knows how. "
          "The holiday of this person begins in three weeks. Where would you begin?"),
        _("I promised to write back what came of it: we tried the %(thing)s in the short form for "
          "%(n)d weeks. It holds. Thank you to all who answered. What shall we try next?"),
        _("What is the one part of the %(thing)s that you would never leave out? I am making "
          "ours shorter."),
        _("Has somebody a good way to tell the evening team what changed in the %(thing)s? The "
          "paper on the door is read by nobody."),
        _("A small success for “%(group)s”: the %(thing)s was ready before lunch, for the first "
          "time this year. What was yours this week?"),
        _("How much of the %(thing)s would you show to a customer? I would show all of it, my "
          "colleague nothing, and we both have good reasons."),
        _("I came from another trade, and the %(thing)s was the first thing that I understood "
          "here. What was it for you?"),
        _("Our %(thing)s has a name behind each line, but two names are on holiday. Do you put "
          "somebody else there, or leave it open?"),
        _("Which question do you ask at the end of the %(thing)s? Ours is “What did we not say?”, "
          "and it gets the best answers."),
    ]  # fmt: skip
