"""The document view: text layout, highlight layers, positions."""
