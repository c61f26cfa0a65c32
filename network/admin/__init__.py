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
from .introductions import DismissalAdmin, IntroductionAdmin
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "BlockAdmin",
    "CommentAdmin",
    "ConnectionAdmin",
    "ConversationAdmin",
    "DismissalAdmin",
    "EventAdmin",
    "FollowAdmin",
    "IntroductionAdmin",
    "InvitationAdmin",
    "MessageAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ProfileViewAdmin",
    "ReactionAdmin",
    "SavedPostAdmin",
    "WorldAdmin",
]
