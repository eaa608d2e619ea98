FROM debian:12
MAINTAINER ada@example.com, \
  # and since 2024
  bob@example.com
