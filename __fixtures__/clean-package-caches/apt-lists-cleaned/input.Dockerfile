FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y --no-install-recommends zip && rm -rf /var/lib/apt/lists/* /tmp/*
RUN apt-get update && apt-get install -y --no-install-recommends jq && apt-get dist-clean
RUN apt-get update && apt-get install -y --no-install-recommends bc && find /var/lib/apt/lists -type f -delete
RUN apt-get update && apt-get install -y --no-install-recommends ed && rm -rf /var/lib/apt
