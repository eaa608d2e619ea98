FROM sbtscala/scala-sbt:eclipse-temurin-21.0.6_7_1.10.11_3.6.4
WORKDIR /app
COPY . .
RUN sbt assembly
CMD ["java", "-jar", "target/scala-3.6.4/shop.jar"]
