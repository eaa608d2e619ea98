FROM php:8.3-cli AS app
COPY composer.json composer.lock ./
RUN --mount=type=cache,target=/root/.composer/cache \
    composer install --no-dev
FROM composer:2
RUN --mount=type=cache,target=/tmp/cache composer install --no-dev
