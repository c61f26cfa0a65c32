from .acts import (
    BlockAdmin,
    CommentAdmin,
    ConnectionAdmin,
    ConversationAdmin,
    EventAdmin,
    FollowAdmin,
    InvitationAdmin,
    MessageAdmin,
    PostAdmin,
    ProfileViewAdmin,
    ReactionAdmin,
    SavedPostAdmin,
)
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "BlockAdmin",
    "CommentAdmin",
    "ConnectionAdmin",
    "ConversationAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "MessageAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ProfileViewAdmin",
    "ReactionAdmin",
    "SavedPostAdmin",
    "WorldAdmin",
]
