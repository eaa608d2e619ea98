FROM ruby:3.4-slim
WORKDIR /app
COPY Gemfile ./
# The gems of the application.
RUN bundle install --jobs 4
COPY app.rb config.ru ./
CMD ["bundle", "exec", "puma", "-p", "8080"]
