FROM ruby:3.3
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install
VOLUME /app
CMD ["rails", "server", "-b", "0.0.0.0"]
