"""What lets the window answer while threads work for it."""

import gc
import sys

_TURN_SECONDS = 0.0002


def put_window_first() -> None:
    """Have threads take shorter turns, and keep what was loaded until now out of every later garbage collection.

    The window waits for a turn before it can take a key, dozens of them before a panel is painted for the first time,
    and for each collection.
    """
    sys.setswitchinterval(_TURN_SECONDS)
    gc.collect()
    gc.freeze()
