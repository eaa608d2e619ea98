FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app

FROM gcr.io/distroless/static-debian13:nonroot AS static
COPY --from=build /app /app

FROM gcr.io/distroless/cc-debian13 AS linked
COPY --from=build /app /app

FROM gcr.io/distroless/nodejs24-debian13 AS node
FROM gcr.io/distroless/java17-debian13 AS java

FROM gcr.io/distroless/static-debian13
COPY --from=build /app /app
