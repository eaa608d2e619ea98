FROM maven:3.9-eclipse-temurin-21 AS build
COPY . .
RUN mvn -B install -pl common
RUN mvn -B package -pl app
FROM eclipse-temurin:21-jre
COPY --from=build /target/app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
