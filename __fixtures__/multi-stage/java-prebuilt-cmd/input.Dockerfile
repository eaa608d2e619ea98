FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q package

FROM gradle:8.10-jdk17
COPY --from=build /src/target/orders-1.2.0.jar app.jar
EXPOSE 8080
CMD ["java", "-jar", "app.jar"]
