FROM php:8.2-apache
RUN apt-get update && apt-get install -y git rrdtool snmp libsnmp-dev libicu-dev libmagickwand-dev \
    && docker-php-ext-install snmp intl pdo_mysql \
    && pecl install imagick && docker-php-ext-enable imagick
# the tools that the application calls are not known: they stay
RUN curl -sSL https://example.org/monitor-1.2.tar.gz | tar xz -C /var/www/html --strip-components 1
COPY config.php /var/www/html/include/config.php
RUN chown -R www-data:www-data /var/www/html
