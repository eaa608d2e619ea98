FROM debian:12
ENV CFLAGS=-O3
RUN sudo make install
RUN export PREFIX=/opt && sudo make install
