from .application import Application
from .block import Block
from .comment import Comment
from .community import Community
from .connection import Connection
from .conversation import Conversation
from .dismissal import Dismissal
from .endorsement import Endorsement
from .event import Event
from .follow import Follow
from .hashtag import Hashtag, TagFollow
from .introduction import Introduction
from .invitation import Invitation
from .job import Job
from .membership import Membership
from .mention import Mention
from .message import Message
from .mute import Mute
from .person import Person
from .post import Post
from .profile import Education, Experience, Skill
from .profile_view import ProfileView
from .reaction import Reaction
from .recommendation import Recommendation
from .report import Report
from .saved_job import SavedJob
from .saved_post import SavedPost
from .world import Rules, World

__all__ = [
    "Application",
    "Block",
    "Comment",
    "Community",
    "Connection",
    "Conversation",
    "Dismissal",
    "Education",
    "Endorsement",
    "Event",
    "Experience",
    "Follow",
    "Hashtag",
    "Introduction",
    "Invitation",
    "Job",
    "Membership",
    "Mention",
    "Message",
    "Mute",
    "Person",
    "Post",
    "ProfileView",
    "Reaction",
    "Recommendation",
    "Report",
    "Rules",
    "SavedJob",
    "SavedPost",
    "Skill",
    "TagFollow",
    "World",
]
