FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y build-essential zlib1g-dev vim
WORKDIR /src
COPY . .
RUN make && make install

FROM gcr.io/distroless/base-nossl-debian12
WORKDIR /src
COPY --from=build /usr/local/bin/pack /usr/local/bin/pack
COPY --from=build /usr/local/share/pack /usr/local/share/pack
COPY --from=build /src/data /src/data
COPY --from=build /usr/lib/*-linux-gnu*/libz.so.1 /usr/lib/libz.so.1
ENTRYPOINT ["pack"]
