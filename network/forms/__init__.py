from .comment import CommentForm
from .fields import once
from .group import GroupForm
from .invitation import InvitationForm
from .post import PostForm
from .profile import ProfileForm

__all__ = ["CommentForm", "GroupForm", "InvitationForm", "PostForm", "ProfileForm", "once"]
