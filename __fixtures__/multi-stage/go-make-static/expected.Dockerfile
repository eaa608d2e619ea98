FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY . .
RUN make && cp relay /usr/local/bin/

FROM scratch
WORKDIR /src
COPY --from=build /usr/local/bin/relay /usr/local/bin/relay
CMD ["relay"]
