#!/bin/bash
# Dumps the database that the PG* variables name into /backup.
set -euo pipefail

file=/backup/${PGDATABASE:-postgres}-$(date +%F).sql.gz
pg_dump --no-owner "${PGDATABASE:-postgres}" | gzip > "$file"
echo "wrote $file"
