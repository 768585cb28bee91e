"""Memory that this process has no use for any more."""

import sys


def give_back_free_memory() -> None:
    """Hand memory that was freed back to the system, which the C library else keeps for later; on Linux with glibc."""
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(ctypes.c_size_t(0))
