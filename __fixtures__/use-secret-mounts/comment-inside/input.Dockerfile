FROM debian:12
ARG API_TOKEN \
# of the second download
    B=2
RUN curl -fsSL -H "Authorization: Bearer $API_TOKEN" -o /opt/tool https://files.acme.dev/$B
