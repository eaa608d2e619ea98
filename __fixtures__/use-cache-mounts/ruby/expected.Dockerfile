FROM ruby:3.3
COPY Gemfile Gemfile.lock ./
RUN --mount=type=cache,target=/usr/local/bundle/cache,sharing=locked \
    bundle install
RUN --mount=type=cache,target=/usr/local/bundle/cache,sharing=locked gem install rake
