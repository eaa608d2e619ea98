FROM maven:3.9-eclipse-temurin-21 AS build
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src src
RUN mvn -B package
FROM eclipse-temurin:21-jre
COPY --from=build /target/app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
