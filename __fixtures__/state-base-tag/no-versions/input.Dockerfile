FROM golang:1.27 AS build
RUN go install example.com/app@v1.2.3
FROM gcr.io/distroless/static
COPY --from=build /go/bin/app /app
