FROM maven:3.9-eclipse-temurin-21
WORKDIR /app
COPY . .
RUN mvn -q package
CMD ["java", "-jar", "target/courier-3.0.jar"]
