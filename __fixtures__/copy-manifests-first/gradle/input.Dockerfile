FROM gradle:8-jdk21
WORKDIR /src
COPY . .
RUN gradle bootJar
CMD ["java", "-jar", "build/libs/shop.jar"]
