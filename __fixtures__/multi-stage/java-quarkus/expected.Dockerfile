FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /code
COPY . .
RUN ./mvnw package

FROM gcr.io/distroless/java21-debian13
WORKDIR /code
COPY --from=build /code/target/quarkus-app /code/target/quarkus-app
ENTRYPOINT []
EXPOSE 8080
CMD ["java", "-Dquarkus.http.host=0.0.0.0", "-jar", "target/quarkus-app/quarkus-run.jar"]
