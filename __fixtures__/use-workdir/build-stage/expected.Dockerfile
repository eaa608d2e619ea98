FROM golang:1.22 AS build
COPY . /src
WORKDIR /src
RUN go build -o /tool .

FROM debian:12
COPY --from=build /tool /tool
CMD ["/tool"]
