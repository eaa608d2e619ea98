FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ ninja-build libssl-dev
COPY . /src
RUN mkdir /src/build && cd /src/build && cmake -G Ninja -DCMAKE_INSTALL_PREFIX=/opt/board .. && ninja && ninja install && rm -rf /src
WORKDIR /opt/board/share/board
CMD ["/opt/board/bin/board"]
