FROM php:8.3-fpm-alpine
COPY src /srv
EXPOSE 9000
CMD ["php-fpm"]
