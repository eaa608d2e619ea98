FROM debian:12
RUN (cd /opt && wget https://example.com/tool.tgz && tar xf tool.tgz)
