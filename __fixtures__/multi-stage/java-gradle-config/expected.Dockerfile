FROM eclipse-temurin:21-jdk AS build
WORKDIR /srv
COPY gradlew settings.gradle.kts build.gradle.kts ./
COPY gradle gradle
RUN sed -i 's/\r$//' gradlew && chmod +x gradlew
COPY src src
COPY config config
COPY scripts scripts
RUN ./gradlew bootJar --no-daemon

FROM gcr.io/distroless/java21-debian13
WORKDIR /srv
COPY --from=build /srv/build/libs/parcels-0.4.0.jar /srv/build/libs/parcels-0.4.0.jar
COPY --from=build /srv/config /srv/config
USER 1000
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "build/libs/parcels-0.4.0.jar"]
CMD ["--spring.profiles.active=prod"]
