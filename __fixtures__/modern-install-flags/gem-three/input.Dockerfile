FROM ruby:3.3
RUN gem install --no-rdoc --no-ri bundler
