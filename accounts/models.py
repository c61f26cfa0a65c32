from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .names import UserNameField, fold


class User(AbstractUser):
    """Who signs in. Has no place in the graph: that is a network.Person."""

    username = UserNameField(
        _("user name"),
        max_length=40,
        unique=True,
        help_text=_("Letters, digits and . _ - +. Capitals make no difference."),
        error_messages={"unique": _("This user name is taken. Choose another one.")},
    )
    email = models.EmailField(_("email address"), blank=True)

    class Meta(AbstractUser.Meta):
        constraints = (
            models.CheckConstraint(
                # What a plain database can say of a folded name; UserNameField does the rest.
                condition=models.Q(username__regex=r"^[^\s[:cntrl:]A-Z]+$"),
                name="user_name_is_folded",
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="user_email_is_unique",
                violation_error_message=_("Another account uses this email address."),
            ),
        )

    @classmethod
    def normalize_username(cls, username):
        return fold(username) if isinstance(username, str) else username
