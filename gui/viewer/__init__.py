"""Reading a document: its text with layers of highlights, its head, its strip and its find bar."""
