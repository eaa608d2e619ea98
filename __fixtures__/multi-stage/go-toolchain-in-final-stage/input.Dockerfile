FROM golang:1.24 AS compile
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /hello .

FROM golang:1.24
COPY --from=compile /hello /hello
EXPOSE 8080
CMD ["/hello"]
