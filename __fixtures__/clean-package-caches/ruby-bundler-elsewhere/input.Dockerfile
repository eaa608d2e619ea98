FROM ruby:3.4 AS argument
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install --path vendor/bundle

FROM ruby:3.4 AS setting
WORKDIR /app
RUN bundle config set --local deployment true
COPY Gemfile Gemfile.lock ./
RUN bundle install

FROM ruby:3.4
COPY --from=argument /app/vendor /app/vendor
COPY --from=setting /app/vendor /app/vendor
