FROM ubuntu:22.04
RUN apt-get update && apt-get install -y ruby ruby-dev build-essential
WORKDIR /app
COPY . .
RUN gem install bundler && bundle install
CMD ["bundle", "exec", "rackup"]
