FROM maven:3.9-eclipse-temurin-21
WORKDIR /code
COPY . .
RUN ./mvnw package
EXPOSE 8080
CMD ["java", "-Dquarkus.http.host=0.0.0.0", "-jar", "target/quarkus-app/quarkus-run.jar"]
