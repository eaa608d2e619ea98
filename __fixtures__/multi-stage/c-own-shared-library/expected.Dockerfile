FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc libc6-dev
WORKDIR /src
COPY . .
RUN gcc -shared -fPIC -o /usr/local/lib/libtune.so tune.c && gcc -o /usr/local/bin/play main.c -ltune && ldconfig

FROM gcr.io/distroless/base-nossl-debian12
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /src
COPY --from=build /usr/local/bin/play /usr/local/bin/play
COPY --from=build /usr/local/lib/libtune.so /usr/local/lib/libtune.so
CMD ["play"]
