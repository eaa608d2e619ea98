FROM golang:1.23 AS build
ARG GITHUB_TOKEN
RUN git clone --recurse-submodules https://$GITHUB_TOKEN@github.com/acme/tool.git
