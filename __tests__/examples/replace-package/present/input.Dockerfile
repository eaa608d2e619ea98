FROM debian:12
RUN apt-get install -y netcat netcat-openbsd curl
