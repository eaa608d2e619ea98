FROM php:8.2-cli AS build
RUN apt-get update && apt-get install -y nodejs npm git libpq-dev
RUN docker-php-ext-install pdo_pgsql
RUN php -r "copy('https://getcomposer.org/installer', 'composer-setup.php');" && \
    php composer-setup.php --install-dir=/usr/local/bin --filename=composer && \
    php -r "unlink('composer-setup.php');"
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --optimize && php artisan config:cache
RUN npm ci && npm run build
RUN chmod -R 775 storage && chown -R www-data storage
RUN rm -rf /app/node_modules

FROM php:8.2-cli
RUN apt-get update && \
    apt-get install -y --no-install-recommends libpq5 && \
    rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc/php /usr/local/etc/php
COPY --from=build /app /app
COPY --from=build --chown=www-data /app/storage /app/storage
WORKDIR /app
USER www-data
CMD php artisan serve --host=0.0.0.0 --port=$PORT
