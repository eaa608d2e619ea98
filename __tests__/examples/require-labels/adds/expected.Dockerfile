FROM debian:12
LABEL org.opencontainers.image.source="x"
CMD ["a"]
LABEL team="payments"
