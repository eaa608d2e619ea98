FROM golang:1.24 AS build
ARG OUT=/out
WORKDIR /src
COPY . .
RUN go build -o $OUT/app .

FROM alpine:3.22
COPY --from=build ${OUT}/app /usr/local/bin/app
CMD ["app"]
