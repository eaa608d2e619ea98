FROM rust:1.79
WORKDIR /usr/src/tally
COPY . .
RUN cargo install --path .
CMD ["tally"]
