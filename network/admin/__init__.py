from .acts import BlockAdmin, ConnectionAdmin, EventAdmin, FollowAdmin, InvitationAdmin, PostAdmin
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "BlockAdmin",
    "ConnectionAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "PersonAdmin",
    "PostAdmin",
    "WorldAdmin",
]
