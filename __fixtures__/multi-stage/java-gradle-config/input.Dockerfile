FROM eclipse-temurin:21-jdk
WORKDIR /srv
COPY gradlew settings.gradle.kts build.gradle.kts ./
COPY gradle gradle
RUN sed -i 's/\r$//' gradlew && chmod +x gradlew
COPY src src
COPY config config
COPY scripts scripts
RUN ./gradlew bootJar --no-daemon
USER 1000
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "build/libs/parcels-0.4.0.jar"]
CMD ["--spring.profiles.active=prod"]
