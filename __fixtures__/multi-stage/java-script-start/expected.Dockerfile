FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /app
COPY pom.xml .
COPY src src
RUN mvn -q package
COPY run.sh .
RUN chmod +x run.sh

FROM eclipse-temurin:17-jre
RUN apt-get update && \
    apt-get install -y --no-install-recommends netcat-openbsd && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/target/orders-1.2.0.jar /app/target/orders-1.2.0.jar
COPY --from=build /app/run.sh /app/run.sh
HEALTHCHECK CMD curl -f http://localhost:8080/actuator/health || exit 1
ENTRYPOINT ["./run.sh"]
