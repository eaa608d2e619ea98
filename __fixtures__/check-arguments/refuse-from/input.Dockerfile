FROM golang:1.24 AS build
ARG ALPINE=3.22
RUN go install example.com/tool@v1.0.0

FROM alpine:${ALPINE}
COPY --from=build /go/bin/tool /usr/local/bin/
