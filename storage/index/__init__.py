"""The full-text index: Whoosh's analysis and query language over columns kept in SQLite."""
