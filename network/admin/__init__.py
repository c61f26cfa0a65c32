from .acts import (
    BlockAdmin,
    CommentAdmin,
    ConnectionAdmin,
    EventAdmin,
    FollowAdmin,
    InvitationAdmin,
    PostAdmin,
    ReactionAdmin,
    SavedPostAdmin,
)
from .groups import CommunityAdmin, MembershipAdmin
from .places import PersonAdmin, WorldAdmin

__all__ = [
    "BlockAdmin",
    "CommentAdmin",
    "CommunityAdmin",
    "ConnectionAdmin",
    "EventAdmin",
    "FollowAdmin",
    "InvitationAdmin",
    "MembershipAdmin",
    "PersonAdmin",
    "PostAdmin",
    "ReactionAdmin",
    "SavedPostAdmin",
    "WorldAdmin",
]
