from .entry import EducationForm, ExperienceForm, SkillForm
from .fields import once
from .invitation import InvitationForm
from .post import PostForm
from .preferences import FaceForm, OpenToWorkForm, SettingsForm
from .profile import AboutForm, ProfileForm

__all__ = [
    "AboutForm",
    "EducationForm",
    "ExperienceForm",
    "FaceForm",
    "InvitationForm",
    "OpenToWorkForm",
    "PostForm",
    "ProfileForm",
    "SettingsForm",
    "SkillForm",
    "once",
]
