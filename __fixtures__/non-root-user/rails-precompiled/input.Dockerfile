FROM ruby:3.3-slim
WORKDIR /rails
COPY . .
RUN bundle install
# As root: it leaves log/production.log and tmp/cache behind
RUN SECRET_KEY_BASE_DUMMY=1 bundle exec rails assets:precompile
EXPOSE 3000
CMD ["bundle", "exec", "rails", "server", "-b", "0.0.0.0"]
