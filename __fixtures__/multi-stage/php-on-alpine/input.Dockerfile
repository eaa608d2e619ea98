FROM php:8.3-fpm-alpine
RUN apk add --no-cache --virtual .build $PHPIZE_DEPS && apk add --no-cache icu-dev libzip-dev nodejs npm git \
    && docker-php-ext-install intl zip
WORKDIR /var/www/html
COPY . .
RUN npm install && npm run build
