FROM ruby:3.3-alpine3.20
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN set -e; \
    apk add --virtual .build-deps --no-cache build-base; \
    apk add --no-cache libstdc++; \
    bundle install; \
    apk del .build-deps; \
    rm -rf /tmp/*
USER nobody
CMD ["ruby", "app.rb"]
