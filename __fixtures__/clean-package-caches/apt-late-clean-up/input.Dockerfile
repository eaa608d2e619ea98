FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends tini
COPY . /app
RUN make -C /app install

# tidy up
RUN apt-get clean && rm -rf /var/lib/apt/lists/*

CMD ["tini", "--", "app"]
