FROM debian:12
ENV A \
  # as in production
  x
