ARG BASE=new.example.com/team/node:16
FROM $BASE
RUN a
