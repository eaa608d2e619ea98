FROM golang:1.23 AS build
ARG GITHUB_TOKEN
WORKDIR /src
RUN git clone --depth 1 https://${GITHUB_TOKEN}@github.com/acme/tool.git . && go build -o /tool .
