FROM gradle:8.10-jdk21
WORKDIR /home/gradle/app
COPY . .
RUN gradle shadowJar --no-daemon
RUN mkdir -p /opt/app && cp build/libs/*-all.jar /opt/app/app.jar && \
    curl -fsSL -o /opt/app/agent.jar https://example.com/agent-2.8.0.jar
WORKDIR /opt/app
ENV JAVA_TOOL_OPTIONS="-javaagent:/opt/app/agent.jar"
ENTRYPOINT ["java", "-jar", "/opt/app/app.jar"]
