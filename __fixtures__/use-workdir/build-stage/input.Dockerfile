FROM golang:1.22 AS build
COPY . /src
RUN cd /src && \
    go build -o /tool .

FROM debian:12
COPY --from=build /tool /tool
CMD ["/tool"]
