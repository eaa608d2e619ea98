FROM debian:12
ONBUILD RUN apt-get update && apt-get install -y --no-install-recommends tini
