FROM alpine:3.19 AS build
RUN apk add --no-cache gcc musl-dev make
ADD . /work
WORKDIR /work
RUN make && make install PREFIX=/usr

FROM alpine:3.19
WORKDIR /work
COPY --from=build /usr/bin/watch-it /usr/bin/helper /usr/bin/
ENTRYPOINT ["/usr/bin/watch-it"]
