FROM ruby:3.3-slim
WORKDIR /rails
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    mkdir -p /rails/db /rails/storage /rails/tmp && \
    chown app:app /rails/db /rails/storage /rails/tmp
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
EXPOSE 3000
RUN chown -R app:app /rails/log
USER app
CMD ["bundle", "exec", "rails", "server", "-b", "0.0.0.0"]
