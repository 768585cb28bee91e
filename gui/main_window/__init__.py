"""The window: it composes panels and viewer, and is the only place that connects them."""
