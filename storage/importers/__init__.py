"""Reading other people's file formats: one module for each format, and a registry that chooses."""
