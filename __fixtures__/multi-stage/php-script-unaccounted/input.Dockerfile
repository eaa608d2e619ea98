FROM php:8.2-apache
RUN apt-get update && apt-get install -y git libicu-dev && docker-php-ext-install intl
COPY index.php /var/www/html/
COPY init.php /tmp/
RUN php /tmp/init.php
