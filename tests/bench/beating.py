"""A heart that beats in the window's event loop, and what can be known of each beat that comes late.

A beat that comes late is a pause in which no key would have been taken. What such a pause was spent on is told apart:
processor time of the window's own thread; waiting for the processor; garbage collections; how many pages of memory came
from the disk; what the display server spent meanwhile, for which the window waits when it is painted. The rest is
waiting for the interpreter's lock, which another thread holds, or for a lock of ours. How late the machine itself is at
the same time is told by a process that does nothing but beat.
"""

import faulthandler
import gc
import re
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from linecache import getline
from pathlib import Path
from subprocess import PIPE, Popen
from types import TracebackType
from typing import Self

from tests.bench.standing_still import Spent, Task

BEAT_MILLISECONDS = 2
LONG_MILLISECONDS = 50
"""A beat that comes later than this is a pause that a person can feel."""

_NOTED_MILLISECONDS = 25
_LOOKED_AT_SECONDS = 0.008
_MOST_LOOKS = 12
_SHOWN_FRAMES = 6
_IDENT = re.compile(r"(?<=hread )0x\w+")
_THREAD = re.compile(r"hread (?P<ident>0x\w+)(?: <(?P<name>[^>\n]*)>)?[^\n]*\n(?P<calls>(?:  [^\n]*\n)*)")
_CALL = re.compile(r'File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>.+)')
_WAITING = re.compile(r"work_queue\.get|\.acquire\(")
_BEATING_ALONE = f"""
import sys, threading, time
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
while not ended.is_set():
    begun = time.monotonic()
    time.sleep({BEAT_MILLISECONDS / 1000})
    late = (time.monotonic() - begun) * 1000 - {BEAT_MILLISECONDS}
    if late > 5:
        print(begun, late)
"""


@dataclass(frozen=True, slots=True)
class Pause:
    """A beat that came late, in milliseconds, with what the window's thread ``spent`` of it, and the display server.

    ``collecting`` is garbage collections in whatever thread. ``begun`` is by ``time.monotonic``; ``doing`` says what
    the person did; ``looks`` are the innermost calls of the window's thread, each followed by those of the other
    threads, as they were seen while it lasted. ``machine`` is how late a process came at that time that does nothing
    but beat.
    """

    begun: float
    milliseconds: float
    spent: Spent
    display: Spent
    collecting: float
    doing: str
    looks: tuple[str, ...]
    machine: float = 0.0

    @property
    def blamed(self) -> float:
        """What is left of it, in milliseconds, when the time is taken off by which the machine was late."""
        return self.milliseconds - self.machine

    @property
    def unqueued(self) -> float:
        """What is left of it, in milliseconds, when waiting for a processor that others had is taken off too.

        It is waiting whether the window's thread did or the display server, for which that waits when it is painted.
        """
        return self.milliseconds - max(self.machine, self.spent.queued, self.display.queued)


class Heart:
    """Beats in the event loop and remembers how late each beat came, in milliseconds, by what was done meanwhile.

    Args:
        is_watched: whether a thread looks what the program does while a beat is late.
    """

    def __init__(self, is_watched: bool = False) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.doing = ""
        self.pauses: list[Pause] = []
        self._late: defaultdict[str, list[float]] = defaultdict(list)
        self._collections = _Collections()
        self._window, self._server = Task.of_this_thread(), Task.of_display_server()
        self._look_out = _LookOut(self) if is_watched else None
        self.last = time.monotonic()
        self._spent, self._displayed = self._window.spent(), self._server.spent()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT_MILLISECONDS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self.last, self._spent, self._displayed = time.monotonic(), self._window.spent(), self._server.spent()
        self._collections.begin()
        self._timer.start()
        if self._look_out is not None:
            self._look_out.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
        self._collections.end()
        self._window.close()
        self._server.close()
        if self._look_out is not None:
            self._look_out.end()
            self.pauses = [self._look_out.in_words(pause) for pause in self.pauses]

    def late(self, doings: Iterable[str] | None = None) -> list[float]:
        """Return how late the beats came, in ascending order: all of them, or those while one of these was done."""
        wanted = self._late if doings is None else [doing for doing in doings if doing in self._late]
        return sorted(late for doing in wanted for late in self._late[doing])

    def _beat(self) -> None:
        now, spent, displayed = time.monotonic(), self._window.spent(), self._server.spent()
        late = max(0.0, (now - self.last) * 1000 - BEAT_MILLISECONDS)
        self._late[self.doing].append(late)
        if late > _NOTED_MILLISECONDS:
            looks = self._look_out.take() if self._look_out is not None else ()
            collecting = self._collections.milliseconds(self.last)
            meanwhile = spent - self._spent, displayed - self._displayed
            self.pauses.append(Pause(self.last, late, *meanwhile, collecting, self.doing, looks))
        self.last, self._spent, self._displayed = now, spent, displayed


class _Collections:
    """The garbage collections of late, each with its end and how long it took; all threads stand still meanwhile."""

    def __init__(self) -> None:
        self._begun = 0.0
        self._taken: list[tuple[float, float]] = []

    def begin(self) -> None:
        gc.callbacks.append(self._note)

    def end(self) -> None:
        gc.callbacks.remove(self._note)

    def _note(self, phase: str, _facts: dict[str, int]) -> None:
        now = time.monotonic()
        if phase == "start":
            self._begun = now
        else:
            self._taken = [*self._taken[-20:], (now, (now - self._begun) * 1000)]

    def milliseconds(self, since: float) -> float:
        return sum(taken for end, taken in self._taken if end > since)


class _LookOut(threading.Thread):
    """Looks what all threads do while a beat is late.

    ``faulthandler`` tells it without holding on to a frame. Whoever holds one keeps what its function has made, and a
    painter that outlives its paint event brings Qt down.
    """

    def __init__(self, heart: Heart) -> None:
        super().__init__(name="look-out", daemon=True)
        self._heart = heart
        self._ended = threading.Event()
        self._window = threading.get_ident()
        self._looks: list[str] = []

    def run(self) -> None:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as told:
            while not self._ended.wait(_LOOKED_AT_SECONDS):
                late = (time.monotonic() - self._heart.last) * 1000
                if late < _NOTED_MILLISECONDS / 2:
                    self._looks = []
                elif len(self._looks) < _MOST_LOOKS:
                    told.seek(0)
                    told.truncate()
                    faulthandler.dump_traceback(told, all_threads=True)
                    told.seek(0)
                    self._looks.append(self._named(told.read()))

    def _named(self, told: str) -> str:
        """Write down what the threads are called now, since the number of one that ends is given to another one."""
        names = {each.ident: each.name for each in threading.enumerate() if each.name not in (self.name, "machine")}

        def with_name(found: re.Match[str]) -> str:
            name = names.get(int(found[0], 16))
            return found[0] if name is None else f"{found[0]} <{name}>"

        return _IDENT.sub(with_name, told)

    def take(self) -> tuple[str, ...]:
        """Return what was told of the beat that has just come, as it was told."""
        looks, self._looks = self._looks, []
        return tuple(looks)

    def in_words(self, pause: Pause) -> Pause:
        """Return a pause with what was told in it put in few words; that takes time, so it is done in the end."""
        return replace(pause, looks=tuple(dict.fromkeys(_in_lines(look, self._window) for look in pause.looks)))

    def end(self) -> None:
        self._ended.set()
        self.join()


def _in_lines(told: str, window: int) -> str:
    """Name the innermost calls of each thread that does something, those of the window's first."""
    lines: list[str] = []
    for thread in _THREAD.finditer(told):
        ident = int(thread["ident"], 16)
        found = list(_CALL.finditer(thread["calls"]))
        calls = [f"{Path(call['file']).name}:{call['line']} {call['name']}" for call in found]
        if ident == window:
            lines.insert(0, " < ".join(calls[:_SHOWN_FRAMES]))
        elif thread["name"] and found and not _WAITING.search(getline(found[0]["file"], int(found[0]["line"]))):
            lines.append(f"    {thread['name']}: {' < '.join(calls[:2])}")
    return "\n".join(lines)


class Machine:
    """How late the machine itself is while the block lasts, told by a process that does nothing but beat."""

    def __init__(self) -> None:
        self._late: list[tuple[float, float]] = []

    def __enter__(self) -> Self:
        self._process = Popen([sys.executable, "-c", _BEATING_ALONE], stdin=PIPE, stdout=PIPE, text=True)
        # Read as it comes: what a pipe holds is soon full where many beats are late.
        self._reader = threading.Thread(target=self._read, name="machine", daemon=True)
        self._reader.start()
        return self

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            begun, late = line.split()
            self._late.append((float(begun), float(late)))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._reader.join()
        self._process.stdout.close()
        self._process.wait()

    def longest(self, count: int) -> tuple[float, ...]:
        """Return the longest pauses, in milliseconds."""
        return tuple(round(late, 1) for late in sorted((late for _, late in self._late), reverse=True)[:count])

    def beside(self, pause: Pause) -> Pause:
        """Return a pause with how late the machine was meanwhile."""
        ended = pause.begun + (pause.milliseconds + BEAT_MILLISECONDS) / 1000
        meanwhile = [
            (min(begun + late / 1000, ended) - max(begun, pause.begun)) * 1000
            for begun, late in self._late
            if begun < ended and begun + late / 1000 > pause.begun
        ]
        return replace(pause, machine=max(meanwhile, default=0.0))


def pauses_in_words(pauses: Iterable[Pause]) -> Iterator[str]:
    """Yield what is known of pauses for a person to read."""
    for pause in pauses:
        doing = f" while {pause.doing}" if pause.doing else ""
        yield (
            f"{pause.milliseconds:.0f} ms{doing}: {_in_words(pause.spent)}, "
            f"{pause.collecting:.0f} collecting garbage; display server: {_in_words(pause.display)}; "
            f"machine late by {pause.machine:.0f}"
        )
        yield from (f"  {line}" for look in pause.looks for line in look.splitlines())


def _in_words(spent: Spent) -> str:
    work = f"{spent.working:.0f} own work, {spent.queued:.0f} waiting for the processor"
    return f"{work}, {spent.fetched} pages from disk" if spent.fetched else work


def percentile_99(late: list[float]) -> float:
    """Return what 99 % of the values, which are in ascending order, do not exceed."""
    return late[min(len(late) - 1, -(-len(late) * 99 // 100))] if late else 0.0
