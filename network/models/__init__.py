from .block import Block
from .comment import Comment
from .community import Community
from .connection import Connection
from .conversation import Conversation
from .dismissal import Dismissal
from .event import Event
from .follow import Follow
from .introduction import Introduction
from .invitation import Invitation
from .membership import Membership
from .message import Message
from .person import Person
from .post import Post
from .profile import Education, Experience, Skill
from .profile_view import ProfileView
from .reaction import Reaction
from .saved_post import SavedPost
from .world import Rules, World

__all__ = [
    "Block",
    "Comment",
    "Community",
    "Connection",
    "Conversation",
    "Dismissal",
    "Education",
    "Event",
    "Experience",
    "Follow",
    "Introduction",
    "Invitation",
    "Membership",
    "Message",
    "Person",
    "Post",
    "ProfileView",
    "Reaction",
    "Rules",
    "SavedPost",
    "Skill",
    "World",
]
