FROM debian:12
RUN curl -sSL https://example.com/tool.tar.gz | tar -xz -C /opt
RUN curl -o /tmp/a https://example.com/a \
 && curl -LO https://example.com/b \
 && curl https://example.com/c > /tmp/c
RUN curl -qL https://example.com/d -o /tmp/d && curl -q -sS https://example.com/e -o /tmp/e
