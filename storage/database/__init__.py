"""The only SQL on the archive: connection, migrations, and one module for each subject."""
