"""My network, drawn: `reading` asks the database, `layout` decides where everybody stands."""
