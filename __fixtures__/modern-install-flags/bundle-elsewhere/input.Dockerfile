FROM ruby:3.3
WORKDIR /app
COPY . .
RUN bundle install --gemfile=other/Gemfile --without test
RUN BUNDLE_GEMFILE=other/Gemfile bundle install --without test
RUN bundle install --without $GROUPS
