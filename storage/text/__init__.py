"""Pure functions over text: values in, values out; no database, clock, randomness or window."""
