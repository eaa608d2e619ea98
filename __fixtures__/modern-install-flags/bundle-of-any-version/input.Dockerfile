FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends ruby-bundler && rm -rf /var/lib/apt/lists/*
COPY . .
RUN bundle install --without test
