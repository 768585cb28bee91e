"""Why a thread or a process stands still, as far as Linux tells: at work, waiting for a processor, or for the disk."""

import os
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_FAULTS = 9
"""Which field behind the name in ``/proc/…/stat`` counts the pages fetched from the disk (proc(5): majflt)."""
_CREDENTIALS = struct.Struct("3i")


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds at work and ready to run while others had the processor; pages that had to come from the disk.

    A page of a program's own code comes from the disk again when the system has taken its memory for something else.
    """

    working: float = 0.0
    queued: float = 0.0
    fetched: int = 0

    def __sub__(self, former: Self) -> "Spent":
        return Spent(self.working - former.working, self.queued - former.queued, self.fetched - former.fetched)


class Task:
    """A thread or process that is asked again and again what it has spent so far; nothing where nobody tells.

    Args:
        folder: what ``/proc`` has of it.
        clock: returns its processor time in seconds more exactly than that, which is brought up to date by ticks.
    """

    def __init__(self, folder: Path | None, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock
        self._files: list[int] = []
        try:
            for name in ("schedstat", "stat") if folder else ():
                self._files.append(os.open(f"{folder}/{name}", os.O_RDONLY))
        except OSError:
            self.close()

    @classmethod
    def of_this_thread(cls) -> Self:
        """Return the thread that asks."""
        return cls(Path(f"/proc/self/task/{threading.get_native_id()}"), time.thread_time)

    @classmethod
    def of_display_server(cls) -> Self:
        """Return the X server that ``DISPLAY`` names, where it runs on this machine."""
        server = _display_server()
        return cls(None if server is None else Path(f"/proc/{server}"))

    def spent(self) -> Spent:
        """Return what has been spent since it began."""
        working = 0.0 if self._clock is None else self._clock() * 1000
        if not self._files:
            return Spent(working)
        told, queued, _ = self._read(0).split()
        fetched = self._read(1).rpartition(") ")[2].split()[_FAULTS]
        return Spent(working or int(told) / 1e6, int(queued) / 1e6, int(fetched))

    def _read(self, file: int) -> str:
        return os.pread(self._files[file], 4096, 0).decode(errors="replace")

    def close(self) -> None:
        """Ask no more."""
        for file in self._files:
            os.close(file)
        self._files = []


def _display_server() -> int | None:
    """Return the number of the process that listens where windows are shown; None where that is not known."""
    number = os.environ.get("DISPLAY", "").removeprefix("unix").removeprefix(":").partition(".")[0]
    if sys.platform != "linux" or not number.isdigit():
        return None
    for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(address)
            except OSError:
                continue
            found = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
            return _CREDENTIALS.unpack(found)[0]
    return None
