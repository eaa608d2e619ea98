FROM debian:12
RUN export A=1
RUN touch /ready
