"""The docked panels; they show and emit, and never import each other."""
