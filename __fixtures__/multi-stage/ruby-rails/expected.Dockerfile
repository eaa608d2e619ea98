FROM ruby:3.2 AS build
ENV RAILS_ENV=production
ENV RAILS_LOG_TO_STDOUT=1

RUN apt-get update && apt-get install -y build-essential libpq-dev libvips-dev git
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && apt-get install -y nodejs

WORKDIR /rails
COPY Gemfile Gemfile.lock ./
ENV BUNDLE_WITHOUT=development:test
RUN bundle install --jobs 4
COPY . .
RUN SECRET_KEY_BASE=none bundle exec rails assets:precompile
RUN useradd rails --home /rails --shell /bin/bash && chown -R rails:rails db log tmp storage

FROM ruby:3.2-slim
RUN apt-get update && \
    apt-get install -y libpq5 libvips42t64 imagemagick && \
    rm -rf /var/lib/apt/lists/*
ENV RAILS_ENV=production
ENV RAILS_LOG_TO_STDOUT=1
ENV BUNDLE_WITHOUT=development:test
RUN useradd rails --home /rails --shell /bin/bash
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /rails /rails
COPY --from=build --chown=rails:rails /rails/db /rails/db
COPY --from=build --chown=rails:rails /rails/log /rails/log
COPY --from=build --chown=rails:rails /rails/tmp /rails/tmp
COPY --from=build --chown=rails:rails /rails/storage /rails/storage
WORKDIR /rails
USER rails:rails

# removes a stale pid file
ENTRYPOINT ["/rails/bin/docker-entrypoint"]
EXPOSE 3000
CMD ["./bin/rails", "server", "-b", "0.0.0.0"]
