FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /app
COPY . .
RUN mvn -B clean package -DskipTests

FROM eclipse-temurin:21-jre
WORKDIR /app
COPY --from=build /app/target/orders-1.2.0.jar /app/target/orders-1.2.0.jar
EXPOSE 8080
ENTRYPOINT exec java $JAVA_OPTS -jar target/orders-1.2.0.jar
