FROM golang:1.23 AS build
ARG GITHUB_TOKEN
RUN git clone https://$GITHUB_TOKEN@github.com/acme/tool.git && cd tool && go build -o /usr/local/bin/tool . && rm -rf /go/tool
