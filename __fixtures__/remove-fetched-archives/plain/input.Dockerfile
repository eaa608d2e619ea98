FROM debian:12
RUN wget https://example.com/tool-1.2.tar.gz && tar xzf tool-1.2.tar.gz -C /opt
