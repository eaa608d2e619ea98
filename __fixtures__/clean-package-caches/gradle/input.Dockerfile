FROM eclipse-temurin:21
COPY . .
RUN ./gradlew --no-daemon build
CMD ["java", "-jar", "build/libs/app.jar"]
