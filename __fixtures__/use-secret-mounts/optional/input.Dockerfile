FROM debian:12
ARG HF_TOKEN=""
RUN if [ -n "$HF_TOKEN" ]; then curl -H "Authorization: Bearer $HF_TOKEN" -o /model https://hub.acme.dev/m; fi
