FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ ninja-build libssl-dev
COPY . /src
RUN mkdir /src/build && cd /src/build && cmake -G Ninja -DCMAKE_INSTALL_PREFIX=/opt/board .. && ninja && ninja install && rm -rf /src

FROM gcr.io/distroless/cc-debian12
COPY --from=build /opt/board/bin/board /opt/board/bin/board
COPY --from=build /opt/board/share/board/boards /opt/board/share/board/boards
WORKDIR /opt/board/share/board
CMD ["/opt/board/bin/board"]
