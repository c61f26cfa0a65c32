"""What the coach makes of a note, as a persona's decision reads it."""

from dataclasses import dataclass
from enum import StrEnum


class Flag(StrEnum):
    """What spoils a note, whatever its quality."""

    PITCH = "pitch"  # sells something, or asks a stranger for a job
    PLACEHOLDER = "placeholder"  # "[Name]" was left in
    SPAM_LINK = "spam_link"
    DUPLICATE = "duplicate"  # much the same as an earlier note of the same learner
    WRONG_NAME = "wrong_name"
    FALSE_CLAIM = "false_claim"  # names a tie that does not exist
    RUDE = "rude"
    STUFFING = "stuffing"  # facts piled up instead of sentences


@dataclass(frozen=True)
class NoteJudgement:
    """A note as it was judged. The default value is an invitation without a note."""

    quality: float | None = None  # 0 to 1; None without a note
    is_default: bool = False  # the text that was offered, or nearly so
    asks: bool = False  # asks one small thing
    flags: frozenset[Flag] = frozenset()

    @property
    def is_blank(self):
        return self.quality is None

    @property
    def is_wordless(self):
        """Without words of the sender's own."""
        return self.is_blank or self.is_default
