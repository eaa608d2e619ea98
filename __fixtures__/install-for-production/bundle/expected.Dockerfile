FROM ruby:3.4-slim
ENV RACK_ENV=production
WORKDIR /app
COPY Gemfile ./
ENV BUNDLE_WITHOUT=development:test
# The gems of the application.
RUN bundle install --jobs 4
COPY app.rb config.ru ./
CMD ["bundle", "exec", "puma", "-p", "8080"]
