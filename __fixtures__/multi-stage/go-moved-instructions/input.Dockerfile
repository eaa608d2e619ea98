FROM golang:1.24
# who to ask
LABEL org.opencontainers.image.authors="shop@example.com"
EXPOSE 9000
ENV DEBIAN_FRONTEND=noninteractive GOFLAGS=-mod=mod MODE=fast
ARG VERSION=dev
ENV APP_VERSION=$VERSION
VOLUME /data
ENTRYPOINT ["hello"]

WORKDIR /src
COPY . .
RUN apt-get update && apt-get install -y git make && rm -rf /var/lib/apt/lists/*
RUN go build -ldflags="-X main.version=$VERSION" -o hello . \
    && mv hello /usr/local/bin/
