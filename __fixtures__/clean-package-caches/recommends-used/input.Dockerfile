FROM debian:12
RUN apt-get update && apt-get install -y git ca-certificates && rm -rf /var/lib/apt/lists/*
COPY fix.patch /tmp/
RUN cd /srv && patch -p1 < /tmp/fix.patch
