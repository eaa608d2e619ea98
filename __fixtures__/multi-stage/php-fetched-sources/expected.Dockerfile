FROM php:8.2-apache AS build
RUN apt-get update && apt-get install -y git rrdtool snmp libsnmp-dev libicu-dev libmagickwand-dev \
    && docker-php-ext-install snmp intl pdo_mysql \
    && pecl install imagick && docker-php-ext-enable imagick
# the tools that the application calls are not known: they stay
RUN curl -sSL https://example.org/monitor-1.2.tar.gz | tar xz -C /var/www/html --strip-components 1
COPY config.php /var/www/html/include/config.php
RUN chown -R www-data:www-data /var/www/html

FROM php:8.2-apache
RUN apt-get update \
    && apt-get install -y git rrdtool snmp libnetsnmptrapd40t64 libsnmp40t64 libicu76 libmagickcore-7.q16-10 libmagickcore-7.q16-10-extra libmagickwand-7.q16-10 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc/php /usr/local/etc/php
COPY --from=build --chown=www-data:www-data /var/www/html /var/www/html
