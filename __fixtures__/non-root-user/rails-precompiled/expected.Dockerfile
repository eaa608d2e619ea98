FROM ruby:3.3-slim
WORKDIR /rails
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app
COPY . .
RUN bundle install
# As root: it leaves log/production.log and tmp/cache behind
RUN SECRET_KEY_BASE_DUMMY=1 bundle exec rails assets:precompile
EXPOSE 3000
RUN mkdir -p /rails/db /rails/log /rails/storage /rails/tmp && \
    chown -R app:app /rails/db /rails/log /rails/storage /rails/tmp
USER app
CMD ["bundle", "exec", "rails", "server", "-b", "0.0.0.0"]
