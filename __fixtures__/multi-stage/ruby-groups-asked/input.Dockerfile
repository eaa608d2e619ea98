FROM ruby:3.3
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle config set --global without 'test'
RUN bundle config set with 'server'
RUN bundle install
COPY . .
CMD bundle exec thin start -p $PORT
