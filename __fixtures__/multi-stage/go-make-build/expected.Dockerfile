FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY . .
RUN make test && CGO_ENABLED=0 make build

FROM scratch
WORKDIR /src
COPY --from=build /src/bin/relay /src/bin/relay
CMD ["./bin/relay"]
