FROM debian:12
ADD dump.sql.gz /docker-entrypoint-initdb.d/
