FROM debian:12
ARG CFLAGS
RUN sudo make install
