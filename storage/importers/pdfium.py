"""The one lock for pdfium, which no two threads may enter at once, whatever documents they have open."""

from threading import RLock

PDFIUM_LOCK = RLock()
