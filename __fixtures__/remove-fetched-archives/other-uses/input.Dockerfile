FROM debian:12
RUN wget https://example.com/tool && chmod +x tool
RUN wget -qO - https://example.com/a.tgz | tar xz
RUN wget https://example.com/b.tgz && tar tf b.tgz
RUN curl -fsSL https://example.com/c.tgz -o c.tgz && tar czf d.tgz /srv
RUN for x in a b; do wget https://example.com/$x.tgz; tar xf $x.tgz; done
RUN --mount=type=tmpfs,target=/tmp wget -P /tmp https://example.com/e.tgz && tar xf /tmp/e.tgz
