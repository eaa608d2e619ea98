FROM golang:1.22 AS Build
RUN go build -o /out ./...
FROM Build AS Test
RUN --mount=type=bind,from=Build,source=/out,target=/in /in --test
FROM debian:12
COPY --from=BUILD /out /out
HEALTHCHECK --interval=5s cmd ["/out", "--check"]
