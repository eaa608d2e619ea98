FROM golang:1.24-bookworm AS build
RUN groupadd -g 1001 app && useradd -u 1001 -g app app
WORKDIR /app
COPY --chown=app:app . .
RUN mkdir -p /app/uploads && chown app:app /app/uploads
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM gcr.io/distroless/static-debian13
COPY --from=build /etc/passwd /etc/group /etc/
COPY --from=build /app/hello /app/hello
COPY --from=build --chown=app:app /app/uploads /app/uploads
WORKDIR /app
USER app
CMD ["/app/hello"]
