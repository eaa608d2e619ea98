FROM maven:3-amazoncorretto-17 AS build
WORKDIR /app
COPY pom.xml .
COPY src src
RUN mvn -q package dependency:copy-dependencies

FROM amazoncorretto:17-al2023-headless
WORKDIR /app
COPY --from=build /app/target/classes /app/target/classes
COPY --from=build /app/target/dependency /app/target/dependency
COPY templates templates
CMD ["java", "-cp", "target/classes:target/dependency/*", "com.example.Main", "--port", "8080"]
