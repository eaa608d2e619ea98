FROM gradle:8.10-jdk17-jammy AS build
WORKDIR /home/gradle/app
COPY . .
RUN gradle shadowJar --no-daemon
RUN mkdir /opt/meter
RUN mv build/libs/meter-all.jar /opt/meter/meter.jar
RUN chown -R gradle:gradle /opt/meter

FROM gcr.io/distroless/java17-debian13
COPY --from=build --chown=1000:1000 /opt/meter/meter.jar /opt/meter/meter.jar
WORKDIR /home/gradle/app
ENTRYPOINT []
CMD ["java", "-jar", "/opt/meter/meter.jar"]
