FROM debian:12
COPY start.sh /start.sh
RUN curl -o /tool https://example.com/tool && chmod +x /start.sh /tool
