FROM debian:12
RUN wget https://example.com/tool.tgz && tar xf tool.tgz
RUN cp tool.tgz /srv
