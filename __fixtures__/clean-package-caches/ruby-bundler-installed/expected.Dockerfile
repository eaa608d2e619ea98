FROM ruby:3.4
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN gem install bundler && bundle install && rm -rf /usr/local/bundle/cache/*.gem
