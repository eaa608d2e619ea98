FROM gradle:8.10-jdk17-jammy
WORKDIR /home/gradle/app
COPY . .
RUN gradle shadowJar --no-daemon
RUN mkdir /opt/meter
RUN mv build/libs/meter-all.jar /opt/meter/meter.jar
RUN chown -R gradle:gradle /opt/meter
CMD ["java", "-jar", "/opt/meter/meter.jar"]
