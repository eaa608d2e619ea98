FROM alpine:3.20
RUN /usr/local/bin/dump-schema | tee /schema.sql
