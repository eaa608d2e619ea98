FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven ca-certificates
WORKDIR /app
COPY . .
RUN mvn -q package

FROM debian:bookworm-slim
RUN mkdir -p /usr/share/man/man1 && \
    apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates openjdk-17-jre-headless && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/target/courier-3.0.jar /app/target/courier-3.0.jar
CMD ["java", "-jar", "target/courier-3.0.jar"]
