from .acts import (
    BlockAdmin,
    CommentAdmin,
    ConnectionAdmin,
    ConversationAdmin,
    EndorsementAdmin,
    EventAdmin,
    FollowAdmin,
    HashtagAdmin,
    InvitationAdmin,
    MentionAdmin,
    MessageAdmin,
    PostAdmin,
    ProfileViewAdmin,
    ReactionAdmin,
    RecommendationAdmin,
    SavedPostAdmin,
    TagFollowAdmin,
)
from .groups import CommunityAdmin, MembershipAdmin
from .introductions import DismissalAdmin, IntroductionAdmin
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
    "DismissalAdmin",
    "EndorsementAdmin",
    "EventAdmin",
    "FollowAdmin",
    "HashtagAdmin",
    "IntroductionAdmin",
    "InvitationAdmin",
    "JobAdmin",
    "MembershipAdmin",
    "MentionAdmin",
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
    "TagFollowAdmin",
    "UserAdmin",
    "WorldAdmin",
]
