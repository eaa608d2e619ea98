FROM eclipse-temurin:21-jdk
WORKDIR /app
COPY . .
RUN java -jar tools/generator.jar schema.json
RUN mkdir out && javac -d out src/*.java
CMD ["java", "-cp", "out", "Main"]
