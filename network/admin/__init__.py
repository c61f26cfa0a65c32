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
from .jobs import ApplicationAdmin, JobAdmin, SavedJobAdmin
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "ApplicationAdmin",
    "BlockAdmin",
    "CommentAdmin",
    "ConnectionAdmin",
    "ConversationAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "JobAdmin",
    "MessageAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ProfileViewAdmin",
    "ReactionAdmin",
    "SavedJobAdmin",
    "SavedPostAdmin",
    "WorldAdmin",
]
