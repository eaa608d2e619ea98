FROM alpine:3.22
ARG TARGET
COPY one.txt ${TARGET}/
