FROM debian:12
COPY --chown=www-data:www-data entrypoint.sh healthcheck.sh /usr/local/bin/
COPY notes.txt other.txt /srv/notes/
RUN chown www-data /srv/notes/notes.txt
