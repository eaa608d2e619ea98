FROM openjdk:17
WORKDIR /app
COPY target/orders.jar orders.jar
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "orders.jar"]
