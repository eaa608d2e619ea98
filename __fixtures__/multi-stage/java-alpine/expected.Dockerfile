FROM eclipse-temurin:17-jdk-alpine AS build
RUN apk add --no-cache maven
WORKDIR /app
COPY . .
RUN mvn -q package

FROM eclipse-temurin:17-jre-alpine
WORKDIR /app
COPY --from=build /app/target/courier-3.0.jar /app/target/courier-3.0.jar
CMD ["java", "-jar", "target/courier-3.0.jar"]
