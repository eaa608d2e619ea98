FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q package

FROM gcr.io/distroless/java17-debian13
WORKDIR /home/gradle
ENTRYPOINT []
COPY --from=build /src/target/orders-1.2.0.jar app.jar
EXPOSE 8080
CMD ["java", "-jar", "app.jar"]
