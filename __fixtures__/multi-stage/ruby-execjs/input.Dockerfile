FROM ruby:3.3
RUN apt-get update && apt-get install -y nodejs build-essential
WORKDIR /app
COPY . .
RUN bundle install
CMD ["bundle", "exec", "puma"]
