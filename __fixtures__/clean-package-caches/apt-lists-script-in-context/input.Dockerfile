FROM debian:12
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends tini
COPY . .
RUN ./bin/setup.sh
