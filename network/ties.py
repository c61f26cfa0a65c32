"""What stands between two people, and how each act changes it. Pure: nothing here asks or writes.

The verbs write what these functions say, and the consequence preview shows it, so that what is
promised before an act is what the act does.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Tie:
    """What stands between me and one other person, seen from me."""

    following: bool = False  # I follow them
    followed: bool = False  # they follow me
    connected: bool = False
    invited: bool = False  # my invitation to them is pending, as far as I can see (C6)
    inviting: bool = False  # their invitation waits for my answer
    blocking: bool = False  # I block them

    def follow(self):
        """F1: one-way, no consent."""
        return replace(self, following=True)

    def unfollow(self):
        """F3: a connection stays."""
        return replace(self, following=False)

    def invite(self):
        """C3: starts no follow. C4: crossing invitations connect."""
        return self.connect() if self.inviting else replace(self, invited=True)

    def connect(self):
        """C2: both follow each other from then on."""
        return replace(
            self, connected=True, following=True, followed=True, invited=False, inviting=False
        )

    def decline(self):
        """C6: silent."""
        return replace(self, inviting=False)

    def withdraw(self):
        return replace(self, invited=False)

    def disconnect(self, keep_following=False):
        """C17: ends both follows; I may keep mine."""
        kept = self.following and keep_following
        return replace(self, connected=False, following=kept, followed=False)

    def block(self):
        """B1: everything between us ends."""
        return Tie(blocking=True)

    def unblock(self):
        """B1: nothing comes back."""
        return replace(self, blocking=False)

    @property
    def i_see(self):
        """The audiences of their posts that I may see (P3, P4)."""
        return _audiences(self.following, self.connected)

    @property
    def they_see(self):
        """The audiences of my posts that they may see (P3, P4)."""
        return _audiences(self.followed, self.connected)


def _audiences(follows, connected):
    return frozenset({"followers"} if follows else ()) | ({"connections"} if connected else set())
