FROM ruby:3.3
WORKDIR /srv/shop
COPY . .
RUN bundle install
CMD ["ruby", "app.rb"]
