FROM php:8.2-cli
RUN apt-get update && apt-get install -y git unzip libicu-dev && docker-php-ext-install intl
WORKDIR /app
COPY . .
CMD composer install && php -S 0.0.0.0:80
