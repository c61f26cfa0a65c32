from .comment import CommentForm
from .fields import once
from .invitation import InvitationForm
from .job import ApplicationForm
from .message import MessageForm
from .post import PostForm
from .profile import ProfileForm

__all__ = [
    "ApplicationForm",
    "CommentForm",
    "InvitationForm",
    "MessageForm",
    "PostForm",
    "ProfileForm",
    "once",
]
