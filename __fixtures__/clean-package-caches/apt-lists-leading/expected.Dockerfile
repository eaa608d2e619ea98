FROM ubuntu:22.04
RUN set -x \
  && apt-get update \
  && apt-get install -y --no-install-recommends \
       tini \
       # packs the reports
       zip \
  && rm -rf /var/lib/apt/lists/*
