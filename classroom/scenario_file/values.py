"""Reading one value: text from the file → the value. Each raises ValueError with a sentence."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models.community import LONGEST_SLUG, SLUG, TAKEN
from network.models.person import HANDLE
from network.text import clean_line, clean_text, seen_length

from .description import DAY, LONGEST

HANDLE_LENGTH = 40
LONGEST_FACE = 64
FURTHEST = 14 * 60  # minutes; no place on earth is further from UTC
UNITS = {"d": DAY, "h": 3600, "m": 60, "s": 1}
_AGO = re.compile(r"(?:([0-9]{1,9})d)? ?(?:([0-9]{1,9})h)? ?(?:([0-9]{1,9})m)? ?(?:([0-9]{1,9})s)?")
_NUMBER = re.compile(r"[0-9]{1,10}")
_TIME_ZONE = re.compile(r"([+-])(0[0-9]|1[0-4]):([0-5][0-9])")
_HOURS = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])")
_MONTH = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(19|20)[0-9]{2}")


def line(most):
    """One line of at most `most` characters."""

    def parse(text):
        text = text.strip()
        if "\n" in text:
            raise ValueError(_("This has to fit on one line. Take the line breaks out."))
        cleaned = clean_line(text)
        if cleaned != " ".join(unicodedata.normalize("NFC", text).split()):
            raise ValueError(
                _("Here is a character that cannot be seen or turns the text round. Type it again.")
            )
        return _not_longer(cleaned, len(cleaned), most)

    return parse


def paragraphs(most, length=len):
    """Several lines of at most `most` characters, counted by `length`."""

    def parse(text):
        cleaned = clean_text(text)
        if text.strip() and not cleaned:
            raise ValueError(
                _("Nothing in this text can be seen. Write something or leave it out.")
            )
        return _not_longer(cleaned, length(cleaned), most)

    return parse


def written(most):
    """What learners could write as well (notes, posts): counted as a reader sees it."""
    return paragraphs(most, seen_length)


def _not_longer(text, length, most):
    if length > most:
        raise ValueError(
            ngettext(
                "Shorten this to %(most)d character: it has %(length)d.",
                "Shorten this to %(most)d characters: it has %(length)d.",
                most,
            )
            % {"most": most, "length": length}
        )
    return text


def handle(text):
    if len(text) > HANDLE_LENGTH or not re.fullmatch(HANDLE, text):
        raise ValueError(
            _(
                "Write a handle: a–z, 0–9 and single hyphens, at most 40 characters, "
                "such as mara-lindqvist."
            )
        )
    return text


def group_handle(text):
    if len(text) > LONGEST_SLUG or not re.fullmatch(SLUG, text):
        raise ValueError(
            _(
                "Write a handle: a–z, 0–9 and single hyphens, at most 60 characters, "
                "such as quay-people."
            )
        )
    if text in TAKEN:
        raise ValueError(
            _("A group cannot have the handle “%(handle)s”. Choose another.") % {"handle": text}
        )
    return text


def face(text):
    """What a picture is drawn from."""
    if len(text) > LONGEST_FACE or not re.fullmatch(HANDLE, text):
        raise ValueError(
            _(
                "Write a word to draw the face from: a–z, 0–9 and single hyphens, at most 64 "
                "characters, such as mara-face-7."
            )
        )
    return text


def ago(text):
    """'3d 4h' → seconds."""
    found = _AGO.fullmatch(text.strip())
    if not found or not any(found.groups()):
        raise ValueError(
            _("Write how long before the start: days, hours, minutes, seconds, such as 3d 4h.")
        )
    seconds = sum(
        int(number) * unit
        for number, unit in zip(found.groups(default="0"), UNITS.values(), strict=True)
    )
    if seconds > LONGEST:
        raise ValueError(_("This is longer ago than 3650d. Write a shorter time."))
    return seconds


def whole_number(least, most):
    def parse(text):
        if not _NUMBER.fullmatch(text) or not least <= int(text) <= most:
            raise ValueError(
                _("Write a whole number from %(least)d to %(most)d.")
                % {"least": least, "most": most}
            )
        return int(text)

    return parse


def choice(*names):
    def parse(text):
        if text not in names:
            raise ValueError(_("Write one of these: %(names)s.") % {"names": ", ".join(names)})
        return text

    return parse


def yes_or_no(text):
    if text not in ("yes", "no"):
        raise ValueError(_("Write yes or no."))
    return text == "yes"


def time_zone(text):
    """'+01:30' → 90 minutes."""
    found = _TIME_ZONE.fullmatch(text)
    minutes = int(found[2]) * 60 + int(found[3]) if found else FURTHEST + 1
    if minutes > FURTHEST:
        raise ValueError(
            _("Write how far ahead of the world's clock they are, from -14:00 to +14:00.")
        )
    return -minutes if found[1] == "-" else minutes


def hours(text):
    """'08:00-09:30' → (480, 570), minutes after midnight."""
    found = _HOURS.fullmatch(text)
    if not found:
        raise ValueError(_("Write from when to when, such as 08:00-09:30."))
    numbers = [int(number) for number in found.groups()]
    return numbers[0] * 60 + numbers[1], numbers[2] * 60 + numbers[3]


def month(text):
    if not _MONTH.fullmatch(text):
        raise ValueError(_("Write a year and a month, such as 2021-03."))
    return text


def year(text):
    if not _YEAR.fullmatch(text):
        raise ValueError(_("Write a year, such as 2014."))
    return int(text)


def email(text):
    """Only addresses that can belong to nobody."""
    try:
        validate_email(text)
    except ValidationError:
        text = ""
    if not text.isascii() or not text.endswith(".example") or len(text) > 254:
        raise ValueError(
            _("Write an e-mail address that ends in .example, so that it is nobody's.")
        )
    return text
