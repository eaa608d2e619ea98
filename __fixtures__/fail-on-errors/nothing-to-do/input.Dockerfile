FROM alpine:3.20
RUN set -euxo pipefail; wget -qO- https://example.com/a | sh
RUN echo "a:b" | chpasswd
RUN curl -fsSL https://example.com/a -o /a && curl --fail -o /b https://example.com/b
RUN curl -sI https://example.com/ && curl -s -o /dev/null -w '%{http_code}' https://example.com/
RUN wget -qO- https://example.com/a | sh || true
RUN curl https://example.com/ping

FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN wget -qO- https://example.com/a | sh
