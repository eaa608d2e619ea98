FROM debian:12
RUN mkdir -p /srv/app && \
# The service looks for this file.
    touch /srv/app/ready && \
  # Indented, and with a \ in it.
    touch /srv/app/steady
