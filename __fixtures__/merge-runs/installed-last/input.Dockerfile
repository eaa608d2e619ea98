# what is installed last is run no more: the shell may remember where its ninja was
FROM debian:12
WORKDIR /src/framework
RUN meson --prefix=/usr build .
RUN ninja -C build
RUN ninja -C build install
CMD ["framework"]
