from .acts import (
    BlockAdmin,
    ConnectionAdmin,
    EventAdmin,
    FollowAdmin,
    InvitationAdmin,
    PostAdmin,
    ProfileViewAdmin,
)
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "BlockAdmin",
    "ConnectionAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ProfileViewAdmin",
    "WorldAdmin",
]
