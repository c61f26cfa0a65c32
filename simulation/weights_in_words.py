"""What the numbers of the model mean, for learners who read them one by one.

The model's own words, `Weight.says`, stand where nothing is said here.
"""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "base": _("Every invitation starts with this"),
    "openness": _("How open they are to new people, from 0 to 1: for what is above 0.5"),
    "busyness": _("How busy they are, from 0 to 1: for what is above 0.5"),
    "gap": _("For each level that their job is above yours, after the first"),
    "weekend": _("Your invitation arrives on their weekend"),
    "mutual": _(
        "You both know somebody: times the natural logarithm of one more than how many, so the "
        "first few count most"
    ),
    "mutual.most": _("So many people whom you both know count; more add nothing"),
    "affinity.cap": _("What you share of the next seven counts no more than this together"),
    "group": _("You are in a group together"),
    "active": _("You have written something in that group"),
    "school": _("You went to the same school"),
    "employer": _("You work at the same employer"),
    "past_employer": _("You worked at the same employer before"),
    "industry": _("You work in the same industry"),
    "city": _("You live in the same city"),
    "selectivity": _(
        "You have nothing in common: times how selective they are, from 0 to 1; less the more you "
        "share"
    ),
    "selectivity.enough": _(
        "When what you share adds up to this, it no longer matters how selective they are"
    ),
    "profile": _("How complete your profile is, from 0 to 1: for what is above the usual"),
    "profile.usual": _("The usual completeness, which counts neither for nor against you"),
    "avatar": _("You chose a face for your profile; if not, the same counts against you"),
    "note": _("How good your note is, from 0 to 1: for what is above the usual"),
    "note.usual": _("The usual quality, which counts as much as no note"),
    "note.default": _("Your note is the text that everybody is offered, unchanged"),
    "pitch": _("Your note sells something, or asks a stranger for a job"),
    "placeholder": _("Your note still has a placeholder such as “[name]”"),
    "spam_link": _("Your note has a link or a telephone number"),
    "duplicate": _("Your note is much like one that you sent before"),
    "wrong_name": _("Your note greets them by a wrong name"),
    "false_claim": _("You claim something about the two of you that is not true"),
    "rude": _("Your note is rude"),
    "stuffing": _("Your note piles up facts instead of sentences"),
    "flood": _("You send too many invitations at once"),
    "flood.pending": _("Too many are more than this many that wait for an answer"),
    "flood.a_day": _("Or more than this many in one day of the world"),
    "engaged.cap": _("What you did for them before counts no more than this together"),
    "engaged.half_life": _("After so many days it counts half (following does not fade)"),
    "commented": _("You wrote a thoughtful comment under a post of theirs"),
    "replied": _("You answered a question of theirs"),
    "endorsed": _("You endorsed a skill of theirs"),
    "followed": _("You follow them"),
    "followed.days": _("Following counts after so many days"),
    "liked": _("You reacted to a post of theirs"),
    "declined": _("For each time that they declined you before"),
    "withdrawn": _("For each invitation to them that you took back before"),
    "decline.base": _("They say no: every such sum starts with this, and that of no answer is 0"),
    "decline.selectivity": _(
        "They say no: how selective they are, from 0 to 1: for what is above 0.5"
    ),
    "decline.bad": _("They say no: for each fault of the note"),
    "unknown.base": _("They say they don't know you: every such sum starts with this"),
    "unknown.selectivity": _(
        "They say they don't know you: how selective they are, from 0 to 1: for what is above 0.5"
    ),
    "unknown.bad": _("They say they don't know you: for each fault of the note"),
    "unknown.nothing_shared": _("They say they don't know you: you have nothing in common"),
    "unknown.no_words": _("They say they don't know you: there are no words of your own"),
    "reply.base": _("Every chance that they write back starts with this"),
    "reply.note": _("You wrote a note"),
    "reply.quality": _("How good your note is, from 0 to 1"),
    "reply.asks": _("It asks one small question: for how good it is, from 0 to 1"),
    "reply.openness": _("How open they are, from 0 to 1: for what is above 0.5"),
    "reply.busyness": _("How busy they are, from 0 to 1: for what is above 0.5"),
    "reply.engaged": _("For what you did before, added up as above"),
    "reply.affinity": _("For what you share, added up as above"),
}
