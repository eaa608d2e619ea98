FROM ruby:2.7-alpine
WORKDIR /app
COPY . .
RUN apk add --no-cache build-base && \
    bundle install --deployment --path=vendor/bundle \
      --without development:test --retry=3 && \
    rm -rf vendor/bundle/cache
USER app
RUN set -e; sudo -u app -H bundle install --clean; ls vendor
RUN if [ -f Gemfile.lock ]; then \
      bundle install --frozen; \
    fi
RUN cd /app \
 &&   bundle install --path vendor --clean
