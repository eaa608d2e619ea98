FROM debian:12
RUN mkdir -p /srv/app

# The service looks for this file.
RUN touch /srv/app/ready

  # Indented, and with a \ in it.
RUN touch /srv/app/steady
