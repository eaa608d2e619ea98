FROM debian:12 AS base
RUN wget -P /downloads https://example.com/tool.tgz && tar xf /downloads/tool.tgz

FROM base
COPY --from=base /downloads /srv
