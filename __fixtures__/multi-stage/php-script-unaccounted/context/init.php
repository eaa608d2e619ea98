<?php $db = new PDO("sqlite:/db.sqlite3");
