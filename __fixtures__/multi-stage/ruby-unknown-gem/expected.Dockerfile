FROM ruby:3.3 AS build
WORKDIR /app
COPY . .
RUN bundle install

FROM ruby:3.3-slim
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
CMD ["bundle", "exec", "ruby", "main.rb"]
