FROM ruby:3.3
WORKDIR /app
COPY . .
RUN bundle install && bundle exec rake certificates:install
CMD ["bundle", "exec", "puma"]
