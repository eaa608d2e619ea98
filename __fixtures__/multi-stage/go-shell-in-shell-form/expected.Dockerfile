FROM golang:1.25 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY *.go ./
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /usr/local/bin/app .

FROM alpine:3.24
WORKDIR /src
COPY --from=build /usr/local/bin/app /usr/local/bin/app
CMD sh -c "app 2>&1 | tee /tmp/app.log"
