FROM debian:12 AS build
RUN wget https://example.com/tool.tgz && tar xf tool.tgz -C /opt

FROM debian:12
COPY --from=build /opt /opt
