FROM golang:1.22 AS build
ARG VERSION
ARG GIT_COMMIT=dev
RUN apt-get update && apt-get install -y protobuf-compiler
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# with its version
RUN go build -ldflags "-X main.version=$VERSION -X main.commit=$GIT_COMMIT" -o /shop .

FROM gcr.io/distroless/static
COPY --from=build /shop /shop
ENTRYPOINT ["/shop"]
