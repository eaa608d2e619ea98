FROM rust:1.79-slim
COPY . /src
RUN cargo install --root /opt/tally --path /src && strip /opt/tally/bin/tally
ENTRYPOINT ["/opt/tally/bin/tally"]
