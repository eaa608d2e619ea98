FROM debian:12
ENV CFLAGS=-O3
RUN make install
RUN export PREFIX=/opt && make install
