FROM php:8.3-fpm-alpine AS build
RUN apk add --no-cache --virtual .build $PHPIZE_DEPS && apk add --no-cache icu-dev libzip-dev nodejs npm git \
    && docker-php-ext-install intl zip
WORKDIR /var/www/html
COPY . .
RUN npm install && npm run build
RUN rm -rf /var/www/html/node_modules

FROM php:8.3-fpm-alpine
RUN apk add --no-cache icu-libs libzip
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc/php /usr/local/etc/php
COPY --from=build /var/www/html /var/www/html
