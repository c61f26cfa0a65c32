"""All behaviours: what each is an answer to, and how it is done."""

from network.models import Event

from ..models import Due
from . import (
    admitting,
    approaching,
    endorsing,
    following,
    introducing,
    leading,
    messaging,
    planning,
    posting,
    receiving,
    recommending,
    responding,
    sourcing,
    thanking,
    visiting,
    welcoming,
)

Verb, Kind = Event.Verb, Due.Kind

# What a learner did → what will be due because of it: functions of the world and the event.
AFTER = {
    Verb.FOLLOWED: [following.after],
    Verb.VIEWED: [visiting.after_view],
    Verb.ENDORSED: [endorsing.after],
    Verb.POSTED: [responding.after_learner],
    Verb.COMMENTED: [thanking.after, visiting.after_comment],
    Verb.REPLIED: [thanking.after],
    Verb.MESSAGED: [messaging.after],
    Verb.CONGRATULATED: [messaging.after],
    Verb.ACCEPTED: [welcoming.after],
    Verb.ASKED: [admitting.after],
    Verb.INTRO_ASKED: [introducing.after],
    Verb.SOUGHT: [recommending.after],
    Verb.RETURNED: [recommending.after],
    Verb.RECOMMENDED: [recommending.after],
    Verb.REWROTE: [recommending.after],
    Verb.APPLIED: [receiving.after],
}
# The same of what somebody simulated did.
AFTER_SIMULATED = {Verb.POSTED: [responding.after_simulated]}
TO_NOBODY = {Verb.POSTED, Verb.ASKED}  # these concern more people than their target

# What is due → doing it: a function of the due and the world, at the moment of the world.
ACTS = {
    Kind.DAY: planning.act,
    Kind.POST: posting.act,
    Kind.FOLLOW: following.act,
    Kind.VISIT: visiting.act,
    Kind.ENDORSE: endorsing.act,
    Kind.REACT: responding.react,
    Kind.COMMENT: responding.comment,
    Kind.THANK: thanking.act,
    Kind.WRITE: messaging.act,
    Kind.WELCOME: welcoming.act,
    Kind.ADMIT: admitting.act,
    Kind.INTRODUCE: introducing.act,
    Kind.RECOMMEND: recommending.act,
    Kind.RECEIVE: receiving.act,
    Kind.APPROACH: approaching.act,
    Kind.SOURCE: sourcing.act,
    Kind.CONTACT: sourcing.contact,
    Kind.LEAD: leading.act,
}
