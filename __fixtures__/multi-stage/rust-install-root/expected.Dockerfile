FROM rust:1.79-slim AS build
COPY . /src
RUN cargo install --root /opt/tally --path /src && strip /opt/tally/bin/tally

FROM gcr.io/distroless/cc-debian12
COPY --from=build /opt/tally/bin/tally /opt/tally/bin/tally
ENTRYPOINT ["/opt/tally/bin/tally"]
