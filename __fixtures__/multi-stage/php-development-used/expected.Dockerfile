FROM php:8.2-cli AS build
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer /usr/bin/composer /usr/local/bin/composer
WORKDIR /app
COPY . .
RUN composer install

FROM php:8.2-cli
WORKDIR /app
COPY --from=build /app /app
CMD ["php", "bin/console", "messenger:consume"]
