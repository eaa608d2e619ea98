FROM example.com/team/base:1
RUN mkdir -p /opt/tool && wget -qO- https://example.com/tool.tar.gz | tar -xz -C /opt/tool
