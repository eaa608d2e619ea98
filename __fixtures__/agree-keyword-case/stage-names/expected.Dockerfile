FROM golang:1.22 AS build
RUN go build -o /out ./...
FROM build AS test
RUN --mount=type=bind,from=build,source=/out,target=/in /in --test
FROM debian:12
COPY --from=build /out /out
HEALTHCHECK --interval=5s CMD ["/out", "--check"]
