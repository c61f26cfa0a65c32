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
from .places import PersonAdmin, WorldAdmin
from .reports import MuteAdmin, ReportAdmin
from .users import UserAdmin

__all__ = [
    "BlockAdmin",
    "CommentAdmin",
    "CommunityAdmin",
    "ConnectionAdmin",
    "ConversationAdmin",
    "EndorsementAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "MembershipAdmin",
    "MessageAdmin",
    "MuteAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ProfileViewAdmin",
    "ReactionAdmin",
    "RecommendationAdmin",
    "ReportAdmin",
    "SavedPostAdmin",
    "UserAdmin",
    "WorldAdmin",
]
