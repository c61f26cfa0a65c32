from .block import Block
from .connection import Connection
from .conversation import Conversation
from .event import Event
from .follow import Follow
from .invitation import Invitation
from .message import Message
from .person import Person
from .post import Post
from .profile import Education, Experience, Skill
from .world import Rules, World

__all__ = [
    "Block",
    "Connection",
    "Conversation",
    "Education",
    "Event",
    "Experience",
    "Follow",
    "Invitation",
    "Message",
    "Person",
    "Post",
    "Rules",
    "Skill",
    "World",
]
