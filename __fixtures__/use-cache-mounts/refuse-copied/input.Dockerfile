FROM golang:1.24 AS deps
COPY go.mod go.sum ./
RUN go mod download
FROM golang:1.24 AS build
COPY --from=deps /go/pkg/mod /go/pkg/mod
COPY . .
FROM scratch
COPY --from=build /go/src /src
