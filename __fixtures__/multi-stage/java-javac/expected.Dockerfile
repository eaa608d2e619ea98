FROM openjdk:17-slim AS build
WORKDIR /usr/src/app
COPY . .
RUN mkdir -p out && javac -d out src/*.java

FROM gcr.io/distroless/java17-debian13
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/out /usr/src/app/out
COPY --from=build /usr/src/app/words.txt /usr/src/app/words.txt
ENTRYPOINT ["java", "-cp", "out", "Main"]
