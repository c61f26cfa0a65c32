from .acts import (
    BlockAdmin,
    CommentAdmin,
    ConnectionAdmin,
    EventAdmin,
    FollowAdmin,
    InvitationAdmin,
    PostAdmin,
    ReactionAdmin,
    SavedPostAdmin,
)
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "BlockAdmin",
    "CommentAdmin",
    "ConnectionAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ReactionAdmin",
    "SavedPostAdmin",
    "WorldAdmin",
]
