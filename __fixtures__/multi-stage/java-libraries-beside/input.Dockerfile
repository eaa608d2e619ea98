FROM maven:3.9-eclipse-temurin-17
WORKDIR /app
COPY . .
RUN mvn -q package
CMD java -jar target/courier.jar
