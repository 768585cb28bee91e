"""Fixtures that every room of the tests uses."""

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared material beside the checkout, or skip."""
    folder = Path(os.environ.get("LIAISON_SHARED", CHECKOUT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip("the folder of shared material is not beside the checkout (set LIAISON_SHARED to say where)")
    return folder
