from .comment import CommentForm
from .entry import EducationForm, ExperienceForm, SkillForm
from .fields import once
from .group import GroupForm
from .introduction import IntroductionForm
from .invitation import InvitationForm
from .job import ApplicationForm
from .message import MessageForm
from .post import ArticleForm, PostForm, ShareForm, form_for
from .preferences import FaceForm, OpenToWorkForm, SettingsForm
from .profile import AboutForm, ProfileForm
from .recommendation import NoteForm, RecommendationForm
from .report import ReportForm

__all__ = [
    "AboutForm",
    "ApplicationForm",
    "ArticleForm",
    "CommentForm",
    "EducationForm",
    "ExperienceForm",
    "FaceForm",
    "GroupForm",
    "IntroductionForm",
    "InvitationForm",
    "MessageForm",
    "NoteForm",
    "OpenToWorkForm",
    "PostForm",
    "ProfileForm",
    "RecommendationForm",
    "ReportForm",
    "SettingsForm",
    "ShareForm",
    "SkillForm",
    "form_for",
    "once",
]
