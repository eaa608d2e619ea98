FROM php:8.3-fpm AS build
RUN apt-get update && apt-get install -y nginx supervisor git libpng-dev libmagickwand-dev ghostscript \
    && pecl install imagick redis \
    && docker-php-ext-enable imagick redis \
    && docker-php-ext-install gd
RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer
RUN rm -f /etc/nginx/sites-enabled/default
COPY docker/nginx.conf /etc/nginx/conf.d/app.conf
COPY docker/supervisord.conf /etc/supervisor/conf.d/app.conf
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini" \
    && echo "memory_limit=256M" > /usr/local/etc/php/conf.d/memory.ini
COPY --chown=www-data:www-data . /var/www/app
WORKDIR /var/www/app
RUN composer install --no-dev --optimize-autoloader

FROM php:8.3-fpm
RUN apt-get update \
    && apt-get install -y nginx supervisor libpng16-16t64 libmagickcore-7.q16-10 libmagickcore-7.q16-10-extra libmagickwand-7.q16-10 ghostscript \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc/php /usr/local/etc/php
COPY --from=build --chown=www-data:www-data /var/www/app /var/www/app
COPY --from=build /etc/nginx/conf.d/app.conf /etc/nginx/conf.d/app.conf
COPY --from=build /etc/supervisor/conf.d/app.conf /etc/supervisor/conf.d/app.conf
WORKDIR /var/www/app
RUN rm -rf /etc/nginx/sites-enabled/default
CMD ["/usr/bin/supervisord", "-n", "-c", "/etc/supervisor/supervisord.conf"]
