"""What a persona knows of an invitation, read from the world in two parts.

What others' answers cannot change is read for many invitations at once, in a fixed number of
queries (`Reading`). What they can, common connections among it, is read in one query at the moment
of deciding (`Moving`), so that deciding one by one or a hundred in a row comes to the same.
"""

from .case import Case, Reading
from .moving import Moving

__all__ = ["Case", "Moving", "Reading"]
