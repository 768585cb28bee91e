"""Rules of the house as tests; each is shown to fail on a small piece of code that breaks it."""
