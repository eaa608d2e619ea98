FROM maven:3.9-eclipse-temurin-21
WORKDIR /app
COPY . .
RUN mvn -B clean package -DskipTests
EXPOSE 8080
ENTRYPOINT exec java $JAVA_OPTS -jar target/orders-1.2.0.jar
