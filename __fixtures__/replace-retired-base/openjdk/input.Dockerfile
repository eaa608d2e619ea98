FROM maven:3.6.1-jdk-11-slim AS build
WORKDIR /src
COPY . .
RUN mvn package

FROM openjdk:11-jre-slim
COPY --from=build /src/target/app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
