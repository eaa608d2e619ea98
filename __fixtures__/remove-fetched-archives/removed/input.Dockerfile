FROM debian:12
ARG TMP
RUN wget https://example.com/a.tgz && tar xf a.tgz && rm a.tgz
RUN wget -P /tmp https://example.com/b.tgz && tar xf /tmp/b.tgz && rm -rf /tmp/*
RUN cd /tmp && wget https://example.com/c.tgz && tar xf c.tgz && cd / && rm -rf /tmp
RUN wget https://example.com/d.tgz && tar xf d.tgz && rm -f *.tgz
RUN wget https://example.com/e.tgz && tar xf e.tgz && mv e.tgz /srv
RUN wget https://example.com/f.tgz && tar xf f.tgz && find / -name '*.tgz' -delete
RUN wget https://example.com/g.tgz && tar xf g.tgz && rm -r "$TMP"
