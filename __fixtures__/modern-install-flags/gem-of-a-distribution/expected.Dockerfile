FROM debian:12 AS new
RUN apt-get update && apt-get install -y --no-install-recommends ruby && rm -rf /var/lib/apt/lists/*
RUN gem install --no-document foreman

# Its Ruby is 1.9.
FROM ubuntu:14.04
RUN apt-get update && apt-get install -y --no-install-recommends ruby && rm -rf /var/lib/apt/lists/*
RUN gem install --no-ri --no-rdoc foreman
