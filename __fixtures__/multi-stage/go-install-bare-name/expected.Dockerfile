FROM golang:1.24 AS build
WORKDIR /go/src/hello
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go install -trimpath -ldflags="-s -w" .

FROM scratch
WORKDIR /go/src/hello
COPY --from=build /go/bin/hello /usr/local/bin/hello
CMD ["hello"]
