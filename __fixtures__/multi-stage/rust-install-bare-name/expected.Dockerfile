FROM rust:1.79 AS build
WORKDIR /usr/src/tally
COPY . .
RUN cargo install --path .

FROM gcr.io/distroless/cc-debian12
WORKDIR /usr/src/tally
COPY --from=build /usr/local/cargo/bin/tally /usr/local/bin/tally
CMD ["tally"]
