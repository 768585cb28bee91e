"""Nothing leaves the machine: no process of the program opens an internet socket, whatever is done with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_CHECKOUT = Path(__file__).resolve().parent.parent
_SESSION = """
import sys
from pathlib import Path

def done(*arguments):
    from click.testing import CliRunner
    from storage.command_line.commands import main
    result = CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code == 0, (arguments, result.output)

def main():
    place = Path(sys.argv[1])
    archive = place / "a.liaison"
    done("new", archive)
    done("import", archive, Path("resources/sample").absolute(), place / "page.html")
    for command in (("documents",), ("show", 1, "--mentions"), ("tree",), ("search", "Cuba OR party", "--explain"),
                    ("annotate", 1, "--start", 0, "--end", 9, "--note", "n"), ("annotations",), ("review",),
                    ("update-authority",), ("reindex",), ("check", "--repair"), ("backup",), ("restore",)):
        done(command[0], archive, *command[1:])
    for kind in ("markdown", "html", "csv", "xlsx", "jsonld"):
        done("export", archive, "--format", kind, "--output", place / f"notes.{kind}")
    done("import-notes", archive, place / "notes.jsonld")
    done("salvage", archive, place / "saved.liaison")
    window(archive)

def window(archive):
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from gui.main_window.window import MainWindow
    from storage.settings import Settings
    application = QApplication([])
    made = MainWindow(Settings())
    made.show()
    assert made.session.open(archive)
    QTest.qWait(200)
    made.search_field.set_query("Cuba")
    QTest.qWait(500)
    made.keeping_desk.back_up_now()
    QTest.qWait(200)
    made.close()
    if len(sys.argv) > 2:
        import socket
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    print("done")

if __name__ == "__main__":
    main()
"""


def sockets_of_session(folder: Path, *more: str) -> list[str]:
    """Run a session that uses what the program can do, and return the lines that tell of internet sockets; or skip."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("what sockets a process tree opens is seen by strace, which is not here")
    (folder / "page.html").write_text(
        "<html><head><link rel=stylesheet href=http://192.0.2.1/a.css></head><body><p>Cuba wrote."
        "<img src=http://192.0.2.1/a.png></body></html>",
        encoding="utf-8",
    )
    (folder / "session.py").write_text(_SESSION, encoding="utf-8")
    log = folder / "sockets.log"
    command = [strace, "-f", "-qq", "-e", "trace=socket", "-o", str(log), sys.executable, str(folder / "session.py")]
    environment = {**_environment(), "PYTHONPATH": str(_CHECKOUT)}
    done = subprocess.run(
        [*command, str(folder), *more], cwd=_CHECKOUT, env=environment, capture_output=True, text=True, check=False
    )
    if "ptrace" in done.stderr and "not permitted" in done.stderr:
        pytest.skip("processes may not be watched here")
    assert done.stdout.endswith("done\n"), done.stderr[-2000:]
    return [line for line in log.read_text(encoding="utf-8").splitlines() if "AF_INET" in line]


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("LIAISON_")}


def test_no_internet_socket_is_opened(tmp_path: Path) -> None:
    assert sockets_of_session(tmp_path) == []


def test_a_socket_would_be_noticed(tmp_path: Path) -> None:
    assert len(sockets_of_session(tmp_path, "open one")) == 1
