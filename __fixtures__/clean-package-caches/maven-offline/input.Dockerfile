FROM maven:3.9-eclipse-temurin-21
WORKDIR /srv
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src src
# It works with what the first RUN fetched, and leaves that behind in its own layer.
RUN mvn -B clean package
ENTRYPOINT ["java", "-jar", "target/shop.jar"]
