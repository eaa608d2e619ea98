FROM maven:3.9-eclipse-temurin-21 AS maven
WORKDIR /app
COPY pom.xml .
RUN mvn dependency:go-offline
COPY src ./src
RUN mvn package -DskipTests

EXPOSE 8080
CMD ["java", "-Xmx512m", "-jar", "target/orders-1.2.0.jar"]
