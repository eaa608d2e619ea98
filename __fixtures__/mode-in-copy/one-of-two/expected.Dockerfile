FROM debian:12
COPY --chmod=755 start.sh /start.sh
RUN curl -o /tool https://example.com/tool && chmod +x /tool
