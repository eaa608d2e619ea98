FROM alpine:3.20
RUN set -o pipefail && /usr/local/bin/dump-schema | tee /schema.sql
