from .comment import CommentForm
from .fields import once
from .invitation import InvitationForm
from .message import MessageForm
from .post import PostForm
from .profile import ProfileForm

__all__ = [
    "CommentForm",
    "InvitationForm",
    "MessageForm",
    "PostForm",
    "ProfileForm",
    "once",
]
