FROM eclipse-temurin:17-jdk-ubi10-minimal AS tools
RUN microdnf install findutils

FROM eclipse-temurin:17-jdk
COPY --from=tools /usr/bin/xargs /usr/bin/xargs
