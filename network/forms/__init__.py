from .comment import CommentForm
from .entry import EducationForm, ExperienceForm, SkillForm
from .fields import once
from .group import GroupForm
from .invitation import InvitationForm
from .job import ApplicationForm
from .message import MessageForm
from .post import PostForm
from .preferences import FaceForm, OpenToWorkForm, SettingsForm
from .profile import AboutForm, ProfileForm
from .recommendation import NoteForm, RecommendationForm
from .report import ReportForm

__all__ = [
    "AboutForm",
    "ApplicationForm",
    "CommentForm",
    "EducationForm",
    "ExperienceForm",
    "FaceForm",
    "GroupForm",
    "InvitationForm",
    "MessageForm",
    "NoteForm",
    "OpenToWorkForm",
    "PostForm",
    "ProfileForm",
    "RecommendationForm",
    "ReportForm",
    "SettingsForm",
    "SkillForm",
    "once",
]
