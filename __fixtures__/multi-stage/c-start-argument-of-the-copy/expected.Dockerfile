# Without a build context; the start command tells of one file.
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc make libc6-dev
COPY . /kite
WORKDIR /kite
RUN ./configure && make

FROM gcr.io/distroless/cc-debian12
WORKDIR /kite
COPY --from=build /kite/src/kite /kite/src/kite
COPY --from=build /kite/etc/kite.conf /kite/etc/kite.conf
CMD ["src/kite", "-c", "/kite/etc/kite.conf"]
