"""Form fields for what people type: cleaned, and measured in characters that a person sees."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..text import clean_line, clean_text, seen_length

MARKS = gettext_lazy(
    "@ with the name in somebody's address mentions them, such as @mia-lund. It reaches them if "
    "they may see what you write. # makes a word a tag, such as #firstjob; a space or a hyphen "
    "ends it."
)
TOO_LONG_TO_COUNT = 200_000  # code points; counting characters would cost seconds
CODE_POINTS_PER_CHARACTER = 20  # an emoji family or a letter with its accents is several


class LineField(forms.CharField):
    """One line of text."""

    clean_with = staticmethod(clean_line)

    def __init__(self, *, length=None, **kwargs):
        super().__init__(strip=False, **kwargs)
        self.length = length
        if length:
            self.widget.attrs["data-length"] = length

    def to_python(self, value):
        try:
            value = self.clean_with(super().to_python(value) or "")
        except ValueError as error:
            raise ValidationError(str(error), code="characters") from None
        self._refuse_too_long(value)
        return value

    def _refuse_too_long(self, value):
        if not self.length:
            return
        seen = seen_length(value) if len(value) < TOO_LONG_TO_COUNT else len(value)
        if seen > self.length or len(value) > self.length * CODE_POINTS_PER_CHARACTER:
            raise ValidationError(
                _("This has %(seen)d characters; the most is %(most)d. Shorten it."),
                params={"seen": seen, "most": self.length},
                code="max_length",
            )


class ProseField(LineField):
    """Several lines of text."""

    widget = forms.Textarea
    clean_with = staticmethod(clean_text)


class KeyField(forms.UUIDField):
    """The form's one-time key: sent twice, done once. A form without a proper one counts as new."""

    # Browsers that restore forms must not bring back the key of a form that was sent.
    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self, **kwargs):
        super().__init__(required=False, initial=uuid.uuid4, **kwargs)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError:
            return None


def once(key, *contents):
    """The key of a form with these contents: sent again with others, it is another act."""
    return key and uuid.uuid5(key, "\n".join(contents))
