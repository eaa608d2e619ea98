FROM maven:3.9-eclipse-temurin-21
WORKDIR /srv
COPY pom.xml .
# The removal below would only take out of sight what this leaves.
RUN mvn -B dependency:go-offline
RUN rm -rf ~/.m2/repository
ENTRYPOINT ["java", "-version"]
