FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /app
COPY . .
RUN mvn -q package

FROM gcr.io/distroless/java17-debian13
WORKDIR /app
COPY --from=build /app/target/courier.jar /app/target/courier.jar
COPY --from=build /app/target/lib /app/target/lib
ENTRYPOINT []
CMD ["java", "-jar", "target/courier.jar"]
