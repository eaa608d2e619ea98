FROM alpine:3.22
HEALTHCHECK CMD curl --head -k https://localhost/ || exit 1
CMD ["httpd", "-f"]
