FROM debian:12
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt
RUN curl -f -o /tmp/a https://example.com/a \
 && curl -fLO https://example.com/b \
 && curl -f https://example.com/c > /tmp/c
RUN curl -qL -f https://example.com/d -o /tmp/d && curl -q -fsS https://example.com/e -o /tmp/e
