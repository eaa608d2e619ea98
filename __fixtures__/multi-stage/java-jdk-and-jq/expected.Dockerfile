FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q package

FROM eclipse-temurin:17-jre
RUN apt-get update && apt-get install -y --no-install-recommends jq && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /src/target/orders-1.2.0.jar app.jar
EXPOSE 8080
# The JRE comes with curl, and without jq.
HEALTHCHECK CMD curl -fs http://localhost:8080/health | jq -e .up
ENTRYPOINT ["java", "-jar", "app.jar"]
