FROM debian:12
ENTRYPOINT exec nginx -g 'daemon off;'
HEALTHCHECK --interval=30s CMD curl -f http://localhost/
