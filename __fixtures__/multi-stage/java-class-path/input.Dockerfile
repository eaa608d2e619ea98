FROM maven:3-amazoncorretto-17
WORKDIR /app
COPY pom.xml .
COPY src src
RUN mvn -q package dependency:copy-dependencies
COPY templates templates
CMD ["java", "-cp", "target/classes:target/dependency/*", "com.example.Main", "--port", "8080"]
