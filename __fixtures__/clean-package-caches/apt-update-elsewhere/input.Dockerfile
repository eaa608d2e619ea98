FROM debian:12
RUN apt-get update
COPY . /app
RUN if [ -f /app/packages ]; then apt-get install -y --no-install-recommends zip; fi
