FROM ruby:3.2
ENV RAILS_ENV=production
ENV RAILS_LOG_TO_STDOUT=1

RUN apt-get update && apt-get install -y build-essential libpq-dev libvips-dev git
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && apt-get install -y nodejs

WORKDIR /rails
COPY Gemfile Gemfile.lock ./
RUN bundle install --jobs 4
COPY . .
RUN SECRET_KEY_BASE=none bundle exec rails assets:precompile
RUN useradd rails --home /rails --shell /bin/bash && chown -R rails:rails db log tmp storage
USER rails:rails

# removes a stale pid file
ENTRYPOINT ["/rails/bin/docker-entrypoint"]
EXPOSE 3000
CMD ["./bin/rails", "server", "-b", "0.0.0.0"]
