import sqlite3

DB = 'data/notes.db'
connection = sqlite3.connect(DB)
