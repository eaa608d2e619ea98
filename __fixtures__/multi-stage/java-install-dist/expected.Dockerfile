FROM gradle:8.10-jdk17 AS build
WORKDIR /work
COPY --chown=gradle:gradle . .
RUN gradle --no-daemon installDist
RUN mkdir -p /var/lib/ledger && chown gradle:gradle /var/lib/ledger

FROM eclipse-temurin:17-jre-alpine
RUN mkdir -p /var/lib/ledger && chown 1000:1000 /var/lib/ledger
COPY --from=build --chown=1000:1000 /work/build/install/ledger /work/build/install/ledger
WORKDIR /work
VOLUME /var/lib/ledger
CMD ["build/install/ledger/bin/ledger", "serve"]
