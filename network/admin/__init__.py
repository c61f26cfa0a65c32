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
from .reports import MuteAdmin, ReportAdmin
from .users import UserAdmin

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
    "MuteAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ProfileViewAdmin",
    "ReactionAdmin",
    "ReportAdmin",
    "SavedJobAdmin",
    "SavedPostAdmin",
    "UserAdmin",
    "WorldAdmin",
]
