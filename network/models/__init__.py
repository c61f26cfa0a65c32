from .block import Block
from .comment import Comment
from .connection import Connection
from .conversation import Conversation
from .endorsement import Endorsement
from .event import Event
from .follow import Follow
from .invitation import Invitation
from .message import Message
from .person import Person
from .post import Post
from .profile import Education, Experience, Skill
from .profile_view import ProfileView
from .reaction import Reaction
from .recommendation import Recommendation
from .saved_post import SavedPost
from .world import Rules, World

__all__ = [
    "Block",
    "Comment",
    "Connection",
    "Conversation",
    "Education",
    "Endorsement",
    "Event",
    "Experience",
    "Follow",
    "Invitation",
    "Message",
    "Person",
    "Post",
    "ProfileView",
    "Reaction",
    "Recommendation",
    "Rules",
    "SavedPost",
    "Skill",
    "World",
]
