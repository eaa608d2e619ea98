FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven ca-certificates
WORKDIR /app
COPY . .
RUN mvn -q package
CMD ["java", "-jar", "target/courier-3.0.jar"]
