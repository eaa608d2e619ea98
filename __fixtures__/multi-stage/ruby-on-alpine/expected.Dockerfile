FROM ruby:3.3-alpine AS build
ENV BUILD_PACKAGES="build-base postgresql-dev git"
RUN apk add --no-cache $BUILD_PACKAGES tzdata
WORKDIR /app
COPY Gemfile* ./
RUN bundle install

FROM ruby:3.3-alpine
RUN apk add --no-cache libpq tzdata
WORKDIR /app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /app /app
COPY . .
CMD ["bundle", "exec", "sidekiq"]
