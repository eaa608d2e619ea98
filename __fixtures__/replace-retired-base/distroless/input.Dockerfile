FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app

FROM gcr.io/distroless/static-debian11:nonroot AS static
COPY --from=build /app /app

FROM gcr.io/distroless/cc-debian11 AS linked
COPY --from=build /app /app

FROM gcr.io/distroless/nodejs18-debian12 AS node
FROM gcr.io/distroless/java11-debian11 AS java

FROM gcr.io/distroless/static-debian13
COPY --from=build /app /app
