FROM eclipse-temurin:17-jdk-alpine
RUN apk add --no-cache maven
WORKDIR /app
COPY . .
RUN mvn -q package
CMD ["java", "-jar", "target/courier-3.0.jar"]
