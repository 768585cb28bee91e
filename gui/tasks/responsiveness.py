"""What lets the window answer while threads work for it."""

import gc
import sys

_TURN_SECONDS = 0.001


def put_window_first() -> None:
    """Have threads take shorter turns, and keep what was loaded until now out of every later garbage collection.

    The window waits for a turn before it can take a key, and for each collection, which looks at all objects there are.
    """
    sys.setswitchinterval(_TURN_SECONDS)
    gc.collect()
    gc.freeze()
