FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /app
COPY . .
RUN mvn -q package
RUN jlink --add-modules "$(jdeps --ignore-missing-deps --multi-release base --print-module-deps /app/target/courier-3.0.jar)" --strip-debug --no-man-pages --no-header-files --compress=zip-6 --output /opt/jre

FROM gcr.io/distroless/java-base-debian13
ENV PATH="/opt/jre/bin:$PATH"
WORKDIR /app
COPY --from=build /app/target/courier-3.0.jar /app/target/courier-3.0.jar
COPY --from=build /opt/jre /opt/jre
CMD ["java", "-jar", "target/courier-3.0.jar"]
