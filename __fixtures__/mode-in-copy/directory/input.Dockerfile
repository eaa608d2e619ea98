FROM debian:12
WORKDIR /scripts
COPY scripts /scripts
COPY tools /tools
RUN chmod -R 755 /scripts
RUN chmod -R 777 /tools
