FROM ruby:3.3-alpine3.20
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN set -e; \
    apk add --no-cache build-base; \
    bundle install; \
    rm -rf /tmp/*
USER nobody
CMD ["ruby", "app.rb"]
