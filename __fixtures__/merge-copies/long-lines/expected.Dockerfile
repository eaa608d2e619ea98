FROM debian:12
COPY source/of/the/first/configuration.ini \
    source/of/the/second/configuration-override.ini \
    /etc/application/
COPY --chown=www-data one \
  two \
  three \
  /var/lib/application/
COPY --chown=www-data four five /var/lib/application
CMD ["/usr/bin/application"]
