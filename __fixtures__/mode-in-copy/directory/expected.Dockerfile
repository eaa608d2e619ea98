FROM debian:12
WORKDIR /scripts
COPY --chmod=755 scripts /scripts
COPY --chmod=777 tools /tools
RUN chmod 777 /tools
