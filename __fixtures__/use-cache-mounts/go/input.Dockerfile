FROM golang:1.24 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
RUN make check
FROM scratch
COPY --from=build /app /app
CMD ["/app"]
