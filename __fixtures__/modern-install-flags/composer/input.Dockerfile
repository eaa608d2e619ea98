FROM composer:2
WORKDIR /app
COPY . .
RUN composer install --no-dev --no-suggest --no-interaction
RUN composer update --dev
RUN composer require --dev phpunit/phpunit
