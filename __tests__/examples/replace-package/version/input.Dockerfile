FROM debian:12
RUN apt-get install -y netcat=1.2
