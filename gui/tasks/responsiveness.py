"""What lets the window answer while threads work for it."""

import gc
import sys

_TURN_SECONDS = 0.0002
_YOUNG_BETWEEN_FULL = 1_000
"""Collections of young objects until all objects are looked at: some seven million objects made and kept."""


def put_window_first() -> None:
    """Have threads take shorter turns, and keep what was loaded until now out of every later garbage collection.

    The window waits for a turn before it can take a key, dozens of them before a panel is painted for the first time,
    and for each collection. One of all objects stands still for a
    tenth of a second and longer as soon as an import has read the authority file, so it is made very seldom; what is
    in no circle is freed without any.
    """
    sys.setswitchinterval(_TURN_SECONDS)
    gc.collect()
    gc.freeze()
    youngest, young, _ = gc.get_threshold()
    gc.set_threshold(youngest, young, _YOUNG_BETWEEN_FULL)
