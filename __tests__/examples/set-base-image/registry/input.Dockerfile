ARG BASE=old.example.com/node:16
FROM $BASE
RUN a
