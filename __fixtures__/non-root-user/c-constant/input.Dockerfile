FROM gcc:14
WORKDIR /build
COPY beat.c .
RUN gcc -O2 -o /usr/local/bin/beat beat.c
CMD ["beat"]
