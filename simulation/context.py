"""What the frame of every page shows of the world's clock."""

from .clock import SPEEDS
from .controls import may_control


def clock(request):
    """`may_control`: whether whoever looks may pause and put forward the clock of their world;
    and the `clock_speeds` among which they may choose.
    """
    me = getattr(request, "person", None)
    if me is None or not may_control(request.user, me.world):
        return {"may_control": False}
    return {"may_control": True, "clock_speeds": SPEEDS.items()}
