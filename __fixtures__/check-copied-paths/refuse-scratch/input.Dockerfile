FROM scratch AS certificates
COPY ca.pem /certificates/ca.pem

FROM debian:12-slim
COPY --from=certificates /certs/ca.pem /etc/ssl/ca.pem
