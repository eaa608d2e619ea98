FROM ruby:3.3-alpine
ENV BUILD_PACKAGES="build-base postgresql-dev git"
RUN apk add --no-cache $BUILD_PACKAGES tzdata
WORKDIR /app
COPY Gemfile* ./
RUN bundle install
COPY . .
CMD ["bundle", "exec", "sidekiq"]
