"""What lets the window answer while threads work for it."""

import gc
import os
import sys
import threading

_TURN_SECONDS = 0.00005

_NICENESS = 5
"""Less than that of the processes that read files for an import: what was asked for comes before them."""


def put_window_first() -> None:
    """Have threads take shorter turns, and keep what was loaded until now out of every later garbage collection.

    The window waits for a turn before it can take a key, dozens of them before a panel is painted for the first time,
    and for each collection.
    """
    sys.setswitchinterval(_TURN_SECONDS)
    gc.collect()
    gc.freeze()


def stand_back() -> None:
    """Let the window's thread have a processor before this one, where each thread has a priority of its own (Linux)."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
