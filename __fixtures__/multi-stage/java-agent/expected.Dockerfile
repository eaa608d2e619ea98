FROM gradle:8.10-jdk21 AS build
WORKDIR /home/gradle/app
COPY . .
RUN gradle shadowJar --no-daemon
RUN mkdir -p /opt/app && cp build/libs/*-all.jar /opt/app/app.jar && \
    curl -fsSL -o /opt/app/agent.jar https://example.com/agent-2.8.0.jar

FROM gcr.io/distroless/java21-debian13
COPY --from=build /opt/app/app.jar /opt/app/agent.jar /opt/app/
WORKDIR /opt/app
ENV JAVA_TOOL_OPTIONS="-javaagent:/opt/app/agent.jar"
ENTRYPOINT ["java", "-jar", "/opt/app/app.jar"]
