FROM gradle:8.7-jdk21 AS build
COPY . .
RUN --mount=type=cache,target=/home/gradle/.gradle/caches,sharing=locked \
    --mount=type=cache,target=/home/gradle/.gradle/wrapper,sharing=locked \
    gradle build --no-daemon
FROM eclipse-temurin:21-jdk AS scala
COPY . .
RUN --mount=type=cache,target=/root/.cache/coursier,sharing=locked \
    --mount=type=cache,target=/root/.ivy2/cache,sharing=locked \
    --mount=type=cache,target=/root/.sbt/boot,sharing=locked \
    ./sbt assembly
FROM eclipse-temurin:21-jre
COPY --from=build /home/gradle/build/libs/app.jar /app.jar
COPY --from=scala /x.jar /x.jar
CMD ["java", "-jar", "/app.jar"]
