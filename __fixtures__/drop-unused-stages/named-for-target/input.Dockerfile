FROM golang:1.22 AS build
COPY . .
RUN go build -o /out ./...

FROM build AS dev-envs
RUN go install example.com/tool@v1.0.0

FROM build AS unit-test
RUN go test ./...

FROM debian:12
COPY --from=build /out /out
CMD ["/out"]
