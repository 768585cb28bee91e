"""The door: the window by default, sub-commands for work without a window."""

import sys


def main() -> int:
    """Open the window, or run a sub-command when the first argument names one; returns the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    arguments = sys.argv[1:]
    if arguments and not arguments[0].endswith(".liaison"):
        from storage.command_line.commands import main as run_command

        run_command(prog_name="liaison")
        return 0
    from gui.app import run

    return run(arguments)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a packaged program starts itself again as an import worker
    sys.exit(main())
