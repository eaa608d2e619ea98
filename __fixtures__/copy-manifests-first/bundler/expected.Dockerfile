FROM ruby:3.3
WORKDIR /srv/shop
COPY Gemfile Gemfile.lock ./
RUN bundle config set without development
RUN bundle install
COPY . .
CMD ["ruby", "app.rb"]
