FROM maven:3-eclipse-temurin-21
WORKDIR /src
COPY . .
RUN mvn -B dependency:go-offline
RUN mvn -B package
CMD ["java", "-jar", "shop/target/shop-1.jar"]
