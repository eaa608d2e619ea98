FROM debian:12
RUN echo 127.0.0.1 app >> /etc/hosts
RUN touch /ready
