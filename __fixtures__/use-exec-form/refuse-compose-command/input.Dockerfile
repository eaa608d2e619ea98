FROM alpine:3.22
COPY --chmod=755 serve /usr/local/bin/
# It gets no arguments now, and would get the command of compose.yaml.
ENTRYPOINT serve --port 8080
