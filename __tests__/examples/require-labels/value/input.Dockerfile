FROM debian:12 AS a
LABEL team=x
FROM a
