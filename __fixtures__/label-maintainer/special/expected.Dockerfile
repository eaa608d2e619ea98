FROM debian:12
LABEL org.opencontainers.image.authors="\$ADA \\\"the first\\\" <ada@example.com>"
