"""build/run and build/test on machines that lack something, played by a PATH with little on it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
TOOLS = ("sh", "cat", "cksum", "cp", "dirname", "env", "flock", "id", "readlink", "rm", "true", "uname")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Make a checkout in a path with a space, and beside it a folder ``bin`` of the few tools every machine has."""
    checkout = tmp_path / "my checkout"
    (checkout / "build").mkdir(parents=True)
    for name in ("run", "test", "prepare", "requirements.lock", "requirements-test.lock"):
        shutil.copy(CHECKOUT / "build" / name, checkout / "build")
    (tmp_path / "bin").mkdir()
    for name in TOOLS:
        if found := shutil.which(name):
            (tmp_path / "bin" / name).symlink_to(found)
    put(tmp_path, "uname", "echo Linux")
    put(tmp_path, "id", "echo 1000")
    # The script looks into the usual folders of the administrator for it: this one comes first.
    put(tmp_path, "ldconfig", "echo 'libc.so.6 (libc6,x86-64) => libc.so.6'")
    put(tmp_path, "python3", "echo Python 3.9.2; exit 1")
    return tmp_path


def put(machine: Path, name: str, script: str) -> None:
    """Put a command that runs a line of shell on the machine's PATH."""
    path = machine / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!{shutil.which('sh')}\n{script}\n")
    path.chmod(0o755)


def start(machine: Path, command: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of the two commands from another folder, with nothing in the environment but what is given."""
    return subprocess.run(
        [machine / "my checkout" / "build" / command, *arguments],
        cwd=machine,
        env={"PATH": str(machine / "bin"), "HOME": str(machine), "PYTHON": "python3", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_a_display_the_window_is_not_tried(machine: Path) -> None:
    answer = start(machine, "run")
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "there is no display here" in answer.stderr


@pytest.mark.parametrize("arguments", [(), ("notes.liaison",), ("/somewhere/notes",)])
def test_an_archive_is_a_wish_for_a_window(machine: Path, arguments: tuple[str, ...]) -> None:
    assert "no display" in start(machine, "run", *arguments).stderr


def test_an_ordinary_user_gets_the_line_to_type(machine: Path) -> None:
    put(machine, "apt-get", "exit 1")
    answer = start(machine, "run", DISPLAY=":0")
    assert (answer.returncode, answer.stdout) == (3, "")
    line = answer.stderr.splitlines()[-1]
    assert line.startswith("sudo apt-get update && sudo apt-get install -y --no-install-recommends ")
    assert {"libegl1", "libxcb-cursor0"} < set(line.split())
    assert "libEGL.so.1" in answer.stderr


def test_a_machine_without_apt_gets_the_names_of_the_libraries(machine: Path) -> None:
    answer = start(machine, "run", DISPLAY=":0")
    assert answer.returncode == 3
    assert "libxcb-cursor.so.0" in answer.stderr
    assert "apt-get" not in answer.stderr
    assert "package manager" in answer.stderr


def test_the_tests_ask_for_no_library_of_the_window(machine: Path) -> None:
    answer = start(machine, "test")
    assert answer.returncode == 3
    assert "libEGL.so.1" in answer.stderr
    assert "libxcb-cursor.so.0" not in answer.stderr


def test_root_installs_what_is_missing(machine: Path) -> None:
    put(machine, "id", "echo 0")
    put(machine, "apt-get", f'echo "$@" >>"{machine}/asked"')
    answer = start(machine, "run", DISPLAY=":0")
    asked = (machine / "asked").read_text().splitlines()
    assert asked[0] == "-qq update"
    assert asked[1].startswith("-qq install -y --no-install-recommends ")
    assert "libegl1" in asked[1].split()
    # What was installed is looked at again; here it brought nothing.
    assert answer.returncode == 3


def test_a_sub_command_needs_neither_display_nor_libraries(machine: Path) -> None:
    prepare_environment(machine)
    answer = start(machine, "run", "tree", "two words.liaison", "--json")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines() == [f"{machine}/my checkout/main.py", "tree", "two words.liaison", "--json"]


def test_an_environment_made_elsewhere_is_not_used(machine: Path) -> None:
    prepare_environment(machine)
    (machine / "my checkout").rename(machine / "moved")
    (machine / "my checkout").symlink_to(machine / "moved")
    answer = start(machine, "run", "tree")
    assert answer.returncode == 3
    assert "Python 3.11 to 3.14" in answer.stderr


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_another_lock_asks_for_another_environment(machine: Path, lock: str) -> None:
    prepare_environment(machine)
    with (machine / "my checkout" / "build" / lock).open("a") as file:
        file.write("# changed\n")
    assert start(machine, "run", "tree").returncode == 3


def test_a_python_that_went_away_asks_for_another_environment(machine: Path) -> None:
    prepare_environment(machine)
    (machine / "my checkout" / ".venv" / "bin" / "python").unlink()
    assert start(machine, "run", "tree").returncode == 3


def prepare_environment(machine: Path) -> None:
    """Put an environment into the checkout that counts as installed; its Python prints what it is asked to run."""
    folder = machine / "my checkout" / ".venv"
    (folder / "bin").mkdir(parents=True)
    python = folder / "bin" / "python"
    python.write_text(f"#!{shutil.which('sh')}\ncase $1 in -I) echo 3.11 ;; *) printf '%s\\n' \"$@\" ;; esac\n")
    python.chmod(0o755)
    code = f'checkout="{machine}/my checkout"; . "$checkout/build/prepare"; fingerprint >"$environment/installed-run"'
    subprocess.run(["sh", "-c", code], check=True, env={"PATH": os.environ["PATH"]})


@pytest.mark.parametrize(
    "name", ["build/run", "build/test", "build/lock", "build/try-bare", "build/package", "build/try-package", ".ci/run"]
)
def test_the_scripts_can_be_started(name: str) -> None:
    path = CHECKOUT / name
    assert os.access(path, os.X_OK)
    shell = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("#!").split()
    assert subprocess.run([*shell, "-n", path], check=False).returncode == 0
