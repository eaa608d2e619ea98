FROM ruby:2.7-alpine
WORKDIR /app
COPY . .
RUN apk add --no-cache build-base && \
    bundle config set --local deployment true && \
    bundle config set --local path vendor/bundle && \
    bundle config set --local without development:test && \
    bundle install --retry=3 && \
    rm -rf vendor/bundle/cache
USER app
RUN set -e; sudo -u app -H bundle config set --local clean true; \
    sudo -u app -H bundle install; ls vendor
RUN if [ -f Gemfile.lock ]; then \
      bundle config set --local frozen true && \
      bundle install; \
    fi
RUN cd /app \
 &&   bundle config set --local path vendor \
 &&   bundle config set --local clean true \
 &&   bundle install
