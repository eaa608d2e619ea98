FROM ruby:3.3 AS build
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle config set --global without 'test'
RUN bundle config set with 'server'
RUN bundle install

FROM ruby:3.3-slim
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /root/.bundle /root/.bundle
COPY --from=build /app /app
COPY . .
CMD bundle exec thin start -p $PORT
