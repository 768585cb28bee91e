"""A shelf keeps what was asked for lately, and no more than it has room for."""

from storage.index.shelf import Shelf


def test_what_was_asked_for_last_stays() -> None:
    shelf = Shelf[str](300)
    shelf.put("a", "first", 50)
    shelf.put("b", "second", 50)
    assert shelf.get("a") == "first"
    shelf.put("c", "third", 100)
    assert (shelf.get("a"), shelf.get("b"), shelf.get("c")) == ("first", None, "third")


def test_a_value_put_again_takes_the_room_of_one() -> None:
    shelf = Shelf[int](300)
    for number in range(10):
        shelf.put("same", number, 100)
    shelf.put("other", 1, 50)
    assert (shelf.get("same"), shelf.get("other")) == (9, 1)


def test_the_newest_is_kept_however_large_it_is() -> None:
    shelf = Shelf[str](10)
    shelf.put("small", "x", 0)
    shelf.put("large", "y", 1_000)
    assert (shelf.get("small"), shelf.get("large")) == (None, "y")
