FROM php:8.2-cli
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer /usr/bin/composer /usr/local/bin/composer
WORKDIR /app
COPY . .
RUN composer install
CMD ["php", "bin/console", "messenger:consume"]
