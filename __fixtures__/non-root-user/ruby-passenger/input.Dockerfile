FROM ruby:3.4
WORKDIR /app
COPY Gemfile* ./
RUN bundle install
COPY . .
CMD ["bundle", "exec", "passenger", "start", "--port", "8080"]
