FROM ruby:3.3-bookworm
COPY Gemfile /app/Gemfile
WORKDIR /app
RUN bundle install
COPY . /app
RUN bundle exec rake assets
COPY seed.rb /app/seed.rb
WORKDIR /srv
