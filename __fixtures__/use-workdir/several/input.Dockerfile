FROM ruby:3.3-bookworm
COPY Gemfile /app/Gemfile
RUN cd /app && bundle install
COPY . /app
RUN cd /app && bundle exec rake assets
COPY seed.rb /app/seed.rb
WORKDIR /srv
