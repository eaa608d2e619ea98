FROM golang:1.22-bookworm
WORKDIR /src
COPY . .
RUN make test && make build
CMD ["./bin/relay"]
