FROM openjdk:17-slim
WORKDIR /usr/src/app
COPY . .
RUN mkdir -p out && javac -d out src/*.java
ENTRYPOINT ["java", "-cp", "out", "Main"]
