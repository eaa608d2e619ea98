FROM debian:12
ADD tools.tar.gz /tools/
RUN chmod -R 755 /tools
