"""Writing notes in other people's file formats: one module for each format, and a registry."""
