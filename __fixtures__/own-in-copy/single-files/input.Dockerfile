FROM debian:12
COPY entrypoint.sh healthcheck.sh /usr/local/bin/
COPY notes.txt other.txt /srv/notes/
RUN chown www-data:www-data /usr/local/bin/entrypoint.sh /usr/local/bin/healthcheck.sh && \
    chown www-data /srv/notes/notes.txt
