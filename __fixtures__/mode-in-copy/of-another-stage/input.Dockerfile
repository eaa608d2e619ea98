FROM golang:1.24 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/tool

FROM debian:12
COPY --from=build /out/tool /usr/local/bin/tool
RUN chmod +x /usr/local/bin/tool
