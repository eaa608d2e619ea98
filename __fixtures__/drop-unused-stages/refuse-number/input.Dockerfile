FROM debian:12 AS old
RUN true
FROM golang:1.22
RUN go build -o /out ./...
FROM debian:12
COPY --from=1 /out /out
