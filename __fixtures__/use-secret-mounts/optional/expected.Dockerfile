FROM debian:12
RUN --mount=type=secret,id=HF_TOKEN,env=HF_TOKEN \
    if [ -n "$HF_TOKEN" ]; then curl -H "Authorization: Bearer $HF_TOKEN" -o /model https://hub.acme.dev/m; fi
