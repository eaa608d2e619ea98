"""Makes the database."""

import os
import sqlite3

with sqlite3.connect(os.environ["DATABASE"]) as db:
    db.execute("CREATE TABLE IF NOT EXISTS notes (text TEXT)")
    db.execute("INSERT INTO notes VALUES (?)", (os.environ.get("NOTE", "nothing yet"),))
