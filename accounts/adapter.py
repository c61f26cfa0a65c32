from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _

from .names import fold


class AccountAdapter(DefaultAccountAdapter):
    """What we say differently from allauth."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_taken": _("This user name is taken. Choose another one."),
        "email_taken": _("Another account uses this email address."),
        "invalid_login": _("The name and the password do not belong together. Try again."),
        "username_password_mismatch": _(
            "The name and the password do not belong together. Try again."
        ),
        "email_password_mismatch": _(
            "The name and the password do not belong together. Try again."
        ),
        "too_many_login_attempts": _("Too many failed attempts. Wait five minutes and try again."),
    }

    def clean_username(self, username, shallow=False):
        return super().clean_username(fold(username), shallow)
