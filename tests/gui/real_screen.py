"""A screen of its own, a mouse and a keyboard (Xvfb and xdotool), to use the program as a person does."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

PATIENCE_SECONDS = 30
_POLL_SECONDS = 0.05
_HEADER_WORDS = 25


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the screen in pixels; right and bottom are inside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> int:
        """Return the height of its middle."""
        return (self.top + self.bottom) // 2


class Screen:
    """A virtual screen; what it shows can be looked at by colour."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self._buffer = folder / "Xvfb_screen0"
        reader, writer = os.pipe()
        # Without -noreset the server begins anew whenever the last client leaves, as each xdotool does that looks for
        # the window of a program that is just starting; who connects in that moment is turned away.
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset",
             "-fbdir", str(folder)],
            pass_fds=[writer], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writer)
        with os.fdopen(reader) as pipe:
            self.display = f":{int(pipe.readline())}"

    def close(self) -> None:
        """Take the screen away."""
        self._server.terminate()
        self._server.wait(PATIENCE_SECONDS)

    def pixels(self) -> np.ndarray:
        """Return the screen as rows of pixels, each 0xRRGGBB; the server keeps it as a picture of the kind of xwd."""
        raw = self._buffer.read_bytes()
        header = np.frombuffer(raw, ">u4", _HEADER_WORDS)
        width, height, line, colours = (int(header[at]) for at in (4, 5, 12, 19))
        start = int(header[0]) + 12 * colours
        rows = np.frombuffer(raw, "<u4", line // 4 * height, start).reshape(height, line // 4)
        return rows[:, :width] & 0xFFFFFF

    def find(self, colour: str, within: Box | None = None) -> Box | None:
        """Return the box around all pixels of a colour, as ``#rrggbb``, or None."""
        pixels = self.pixels()
        if within is not None:
            outside = np.ones(pixels.shape, bool)
            outside[within.top : within.bottom + 1, within.left : within.right + 1] = False
            pixels = np.where(outside, np.uint32(0xFFFFFFFF), pixels)
        rows, columns = np.nonzero(pixels == int(colour[1:], 16))
        if not len(rows):
            return None
        return Box(int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max()))


def wait_for(what: str, look: Callable[[], object]) -> None:
    """Look again and again until something is there; fail after a while."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not look():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(_POLL_SECONDS)


class Person:
    """Somebody who sits before a screen, starts the program there and uses it."""

    def __init__(self, screen: Screen, home: Path, checkout: Path) -> None:
        self.screen = screen
        self._checkout = checkout
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "LIAISON_"))},
            "DISPLAY": screen.display,
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        }
        self._environment.pop("WAYLAND_DISPLAY", None)
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> None:
        """Start the program."""
        self.program = subprocess.Popen(
            [sys.executable, str(self._checkout / "main.py"), *arguments], env=self._environment, cwd=self._checkout
        )

    def use_window(self, name: str, other_than: str = "") -> str:
        """Wait for a window whose title begins so, and give it the keyboard: here nobody manages windows.

        Returns what the screen calls the window; one that it calls ``other_than`` is not meant.
        """
        found: list[str] = []

        def is_there() -> bool:
            found[:] = [window for window in self._windows(name) if window != other_than]
            return bool(found)

        wait_for(f"the window {name!r}", is_there)
        self._xdotool("windowfocus", "--sync", found[0])
        return found[0]

    def has_window(self, name: str) -> bool:
        """Tell whether a window of such a title is on the screen."""
        return bool(self._windows(name))

    def _windows(self, name: str) -> list[str]:
        searched = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{name}"],
            env=self._environment, capture_output=True, check=False, timeout=PATIENCE_SECONDS, text=True,
        )  # fmt: skip
        return searched.stdout.split()

    def press(self, *keys: str) -> None:
        """Press combinations of keys, such as ``ctrl+h``."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self._xdotool("type", "--delay", "5", words)

    def click(self, x: int, y: int) -> None:
        """Click at a point of the screen."""
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at one point and let it go at another."""
        between = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._xdotool("mousemove", "--sync", *map(str, start), "mousedown", "1")
        for point in (between, end):
            self._xdotool("mousemove", "--sync", *map(str, point))
        self._xdotool("mouseup", "1")

    def wait_for_end(self) -> int:
        """Wait until the program has ended, and return its exit code."""
        assert self.program is not None
        return self.program.wait(PATIENCE_SECONDS)

    def leave(self) -> None:
        """End the program if it still runs."""
        if self.program is not None and self.program.poll() is None:
            self.program.kill()
            self.program.wait(PATIENCE_SECONDS)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=True,
            timeout=PATIENCE_SECONDS,
        )  # fmt: skip
        return done.stdout
