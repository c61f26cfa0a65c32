from .acts import (
    BlockAdmin,
    ConnectionAdmin,
    ConversationAdmin,
    EventAdmin,
    FollowAdmin,
    InvitationAdmin,
    MessageAdmin,
    PostAdmin,
)
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "BlockAdmin",
    "ConnectionAdmin",
    "ConversationAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "MessageAdmin",
    "PersonAdmin",
    "PostAdmin",
    "WorldAdmin",
]
