FROM debian:12
RUN wget -P /tmp https://example.com/tool.tgz && tar xf /tmp/tool.tgz
COPY . /srv
RUN rm -rf /tmp/*
