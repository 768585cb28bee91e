"""Item models: values turned into text, icon and colour for a row."""
