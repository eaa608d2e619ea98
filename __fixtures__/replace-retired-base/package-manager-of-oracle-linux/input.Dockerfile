FROM openjdk:17 AS tools
RUN microdnf install findutils

FROM openjdk:17
COPY --from=tools /usr/bin/xargs /usr/bin/xargs
