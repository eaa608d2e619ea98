FROM ruby:3.3
WORKDIR /srv/shop
COPY . .
RUN bundle config set without development
RUN bundle install
CMD ["ruby", "app.rb"]
