FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /app
COPY . .
RUN mvn -B clean package -DskipTests

FROM eclipse-temurin:21-jre-alpine
WORKDIR /app
COPY --from=build /app/target/*.jar /app/target/
ENV JAVA_OPTS="-XX:MaxRAMPercentage=75"
EXPOSE 8080
# the options come from the platform
ENTRYPOINT exec java $JAVA_OPTS -jar target/*.jar
