FROM debian:12-slim
RUN ln -s /srv/data /data
COPY tool.sh /bin/tool.sh
COPY one.txt /data/
