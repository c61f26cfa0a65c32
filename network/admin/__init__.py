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
from .places import PersonAdmin, WorldAdmin
from .reports import MuteAdmin, ReportAdmin
from .users import UserAdmin

__all__ = [
    "BlockAdmin",
    "CommentAdmin",
    "CommunityAdmin",
    "ConnectionAdmin",
    "ConversationAdmin",
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
    "ReportAdmin",
    "SavedPostAdmin",
    "UserAdmin",
    "WorldAdmin",
]
