FROM eclipse-temurin:21
COPY . .
RUN ./gradlew build
CMD ["java", "-jar", "build/libs/app.jar"]
