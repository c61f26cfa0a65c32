"""The one place where a decision asks what a note is worth."""

from .judgement import NoteJudgement

USUAL = 0.35  # of this quality a note counts as much as none, see the weight `note.usual`


def judge(note, case):
    """The judgement of a note, given all that was read of the two (`reading_facts.Case`).

    As long as nobody reads notes, each counts neither way.
    """
    return NoteJudgement(quality=USUAL) if note.strip() else NoteJudgement()
