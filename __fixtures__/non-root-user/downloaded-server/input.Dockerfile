FROM eclipse-temurin:21
WORKDIR /build
COPY src src
RUN mkdir classes && javac -d classes src/Hello.java && jar cf hello.war -C classes .
WORKDIR /server
RUN curl -fsSL https://example.org/server.tar.gz | tar xz --strip-components=1
RUN cp /build/hello.war webapps/ROOT.war
CMD ["java", "-jar", "lib/server.jar"]
