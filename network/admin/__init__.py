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
from .jobs import ApplicationAdmin, JobAdmin, SavedJobAdmin
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "ApplicationAdmin",
    "BlockAdmin",
    "CommentAdmin",
    "CommunityAdmin",
    "ConnectionAdmin",
    "ConversationAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "JobAdmin",
    "MembershipAdmin",
    "MessageAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ProfileViewAdmin",
    "ReactionAdmin",
    "SavedJobAdmin",
    "SavedPostAdmin",
    "WorldAdmin",
]
