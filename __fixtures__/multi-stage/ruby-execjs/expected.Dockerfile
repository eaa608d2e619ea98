FROM ruby:3.3 AS build
RUN apt-get update && apt-get install -y nodejs build-essential
WORKDIR /app
COPY . .
RUN bundle install

FROM ruby:3.3-slim
RUN apt-get update && apt-get install -y nodejs && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
CMD ["bundle", "exec", "puma"]
