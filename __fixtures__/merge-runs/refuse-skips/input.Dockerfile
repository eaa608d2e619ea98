FROM debian:12
RUN return 1
RUN touch /ready
