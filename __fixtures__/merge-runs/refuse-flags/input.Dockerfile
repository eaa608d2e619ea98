FROM debian:12
RUN --network=none mkdir /out
RUN touch /out/a
