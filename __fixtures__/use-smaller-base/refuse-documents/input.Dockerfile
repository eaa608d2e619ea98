FROM debian:bullseye
RUN apt-get update && \
    apt-get install -y --no-install-recommends openjdk-11-jre-headless && \
    rm -rf /var/lib/apt/lists/*
COPY app.jar /srv/
CMD ["java", "-jar", "/srv/app.jar"]
