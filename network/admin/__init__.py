from .acts import (
    BlockAdmin,
    CommentAdmin,
    ConnectionAdmin,
    ConversationAdmin,
    EndorsementAdmin,
    EventAdmin,
    FollowAdmin,
    InvitationAdmin,
    MessageAdmin,
    PostAdmin,
    ProfileViewAdmin,
    ReactionAdmin,
    RecommendationAdmin,
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
    "EndorsementAdmin",
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
    "RecommendationAdmin",
    "ReportAdmin",
    "SavedJobAdmin",
    "SavedPostAdmin",
    "UserAdmin",
    "WorldAdmin",
]
