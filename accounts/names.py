"""User names: how they are compared, and which characters they may have."""

import unicodedata
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

PUNCTUATION = "._-+"
# Writing systems that are used together in one word; everything else stands alone.
MIXED_ON_PURPOSE = {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO"}


def fold(name):
    """One spelling for all that look alike: full width, capitals, ß and ss."""
    folded = unicodedata.normalize("NFKC", name.strip()).casefold()
    return unicodedata.normalize("NFKC", folded).casefold()


def validate_user_name(name):
    if not name[:1].isalnum():
        raise ValidationError(_("Start the user name with a letter or a digit."), "start")
    if not all(_is_allowed(char) for char in name) or _has_piled_marks(name):
        raise ValidationError(
            _("Use letters, digits and . _ - + in a user name, without spaces."), "characters"
        )
    scripts = {unicodedata.name(char).split()[0] for char in name if char.isalpha()}
    if len(scripts) > 1 and not scripts <= MIXED_ON_PURPOSE:
        raise ValidationError(_("Use letters of one alphabet in a user name."), "alphabets")


class UserNameField(models.CharField):
    """Folds whatever is written or looked up, so the unique index compares folded names."""

    default_validators = (validate_user_name,)

    def to_python(self, value):
        value = super().to_python(value)
        return fold(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return fold(value) if isinstance(value, str) else value


def _is_allowed(char):
    return char in PUNCTUATION or unicodedata.category(char)[0] in "LNM"


def _has_piled_marks(name):
    return any(
        unicodedata.category(a)[0] == unicodedata.category(b)[0] == "M" for a, b in pairwise(name)
    )
