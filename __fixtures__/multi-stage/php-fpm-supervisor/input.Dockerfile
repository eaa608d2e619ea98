FROM php:8.3-fpm
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
CMD ["/usr/bin/supervisord", "-n", "-c", "/etc/supervisor/supervisord.conf"]
