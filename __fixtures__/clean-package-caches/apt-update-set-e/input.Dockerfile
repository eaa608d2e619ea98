FROM debian:12
RUN apt-get update
COPY . /app
RUN set -e; cd /app; apt-get install -y --no-install-recommends zip; make
