CREATE TABLE stock (name TEXT PRIMARY KEY, pieces INTEGER NOT NULL);
INSERT INTO stock VALUES ('bolt', 1200), ('nut', 900), ('washer', 12);
