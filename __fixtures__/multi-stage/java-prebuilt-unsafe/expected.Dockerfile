FROM gcr.io/distroless/java17-debian13
WORKDIR /app
COPY target/orders.jar orders.jar
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "orders.jar"]
