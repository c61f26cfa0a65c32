from allauth.account import forms
from allauth.account.adapter import get_adapter
from allauth.account.utils import filter_users_by_email
from django.utils.translation import gettext_lazy as _

from .models import User
from .names import fold


class LoginForm(forms.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("User name or email address")
        login.widget.attrs = {"autocomplete": "username"}
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["remember"].label = _("Stay signed in on this device")

    def clean_login(self):
        return fold(super().clean_login())


class SignupForm(forms.SignupForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields["username"].label = _("User name")
        self.fields["username"].help_text = User._meta.get_field("username").help_text
        self.fields["email"].label = _("Email address")
        self.fields["email"].help_text = _("Only for when you forget your password.")


class AddEmailForm(forms.AddEmailForm):
    def clean_email(self):
        """allauth lets it pass, to hide who is here; but signing up tells that anyway."""
        email = super().clean_email()
        if filter_users_by_email(email):
            raise get_adapter().validation_error("email_taken")
        return email
