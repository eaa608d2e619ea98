FROM debian:12
ARG API_TOKEN
RUN ["sh", "-c", "curl -H \"Authorization: Bearer $API_TOKEN\" -O https://files.acme.dev/tool"]
