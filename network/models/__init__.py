from .block import Block
from .connection import Connection
from .event import Event
from .follow import Follow
from .invitation import Invitation
from .person import Person
from .post import Post
from .profile import Education, Experience, Skill
from .profile_view import ProfileView
from .world import Rules, World

__all__ = [
    "Block",
    "Connection",
    "Education",
    "Event",
    "Experience",
    "Follow",
    "Invitation",
    "Person",
    "Post",
    "ProfileView",
    "Rules",
    "Skill",
    "World",
]
