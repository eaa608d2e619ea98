FROM golang:1.24 AS build
ENV DEBIAN_FRONTEND=noninteractive GOFLAGS=-mod=mod MODE=fast
ARG VERSION=dev
ENV APP_VERSION=$VERSION

WORKDIR /src
COPY . .
RUN apt-get update && apt-get install -y git make && rm -rf /var/lib/apt/lists/*
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w -X main.version=$VERSION" -o hello . \
    && mv hello /usr/local/bin/

FROM scratch
ENV MODE=fast
ARG VERSION=dev
ENV APP_VERSION=$VERSION
WORKDIR /src
COPY --from=build /usr/local/bin/hello /usr/local/bin/hello
# who to ask
LABEL org.opencontainers.image.authors="shop@example.com"
EXPOSE 9000
VOLUME /data
ENTRYPOINT ["hello"]
