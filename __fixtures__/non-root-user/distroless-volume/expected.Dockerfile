FROM golang:1.24 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .
RUN mkdir /empty

FROM gcr.io/distroless/static-debian12
COPY --from=build /app /app
COPY --from=build --chown=nonroot:nonroot /empty /data
VOLUME /data
USER nonroot
ENTRYPOINT ["/app"]
