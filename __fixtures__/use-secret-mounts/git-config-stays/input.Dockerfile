FROM golang:1.23 AS build
ARG GITHUB_TOKEN
RUN git config --global url."https://$GITHUB_TOKEN@github.com/".insteadOf "https://github.com/"
COPY . .
RUN go build ./...
