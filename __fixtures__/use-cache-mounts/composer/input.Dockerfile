FROM php:8.3-cli AS app
COPY composer.json composer.lock ./
RUN composer install --no-dev && composer clear-cache
FROM composer:2
RUN composer install --no-dev --no-cache
