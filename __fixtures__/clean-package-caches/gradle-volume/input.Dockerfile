FROM gradle:8.10-jdk21
COPY . .
RUN gradle --no-daemon build
CMD ["java", "-jar", "build/libs/app.jar"]
