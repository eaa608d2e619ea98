FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends ruby && rm -rf /var/lib/apt/lists/*
RUN useradd -m app
USER app
RUN gem install sinatra
