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
from .groups import CommunityAdmin, MembershipAdmin
from .introductions import DismissalAdmin, IntroductionAdmin
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "BlockAdmin",
    "CommentAdmin",
    "CommunityAdmin",
    "ConnectionAdmin",
    "ConversationAdmin",
    "DismissalAdmin",
    "EventAdmin",
    "FollowAdmin",
    "IntroductionAdmin",
    "InvitationAdmin",
    "MembershipAdmin",
    "MessageAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ProfileViewAdmin",
    "ReactionAdmin",
    "SavedPostAdmin",
    "WorldAdmin",
]
