FROM alpine:3.19
RUN apk add --no-cache gcc musl-dev make
ADD . /work
WORKDIR /work
RUN make && make install PREFIX=/usr
ENTRYPOINT ["/usr/bin/watch-it"]
