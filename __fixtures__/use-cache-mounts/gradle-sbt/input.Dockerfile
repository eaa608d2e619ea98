FROM gradle:8.7-jdk21 AS build
COPY . .
RUN gradle build --no-daemon
FROM eclipse-temurin:21-jdk AS scala
COPY . .
RUN ./sbt assembly
FROM eclipse-temurin:21-jre
COPY --from=build /home/gradle/build/libs/app.jar /app.jar
COPY --from=scala /x.jar /x.jar
CMD ["java", "-jar", "/app.jar"]
