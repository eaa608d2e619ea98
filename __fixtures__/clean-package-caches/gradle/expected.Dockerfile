FROM eclipse-temurin:21
COPY . .
RUN ./gradlew --no-daemon build && rm -rf ~/.gradle/caches
CMD ["java", "-jar", "build/libs/app.jar"]
