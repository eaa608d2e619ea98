FROM golang:1.22 as build
RUN go build -o /out ./...
FROM debian:12
COPY --from=build /out /out
