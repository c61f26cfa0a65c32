"""What of the simulation belongs to "everything about me"; see network/my_data.py."""

from network.my_data import Noun

from .debriefing import Told, list_of


def debriefs(me):
    """My bets, and what I know of the answers; a silent one as long as it is (C6) says nothing."""
    return [_told(me, Told(one)) for one in list_of(me.person).order_by("pk")]


def _told(me, told):
    opened = getattr(told.invitation, "debrief", None)
    return {
        "to": me.name_of(told.recipient),
        "invited": told.invitation.sent_at,
        "bet": told.prediction and told.prediction.tenths,
        "bet_at": told.prediction and told.prediction.at,
        "opened": opened and opened.at,
        "chance": told.decision.p if told.is_explained else None,
        "answer": str(told.happened) if told.is_explained else None,
    }


NOUNS = [Noun("debriefs", debriefs)]
