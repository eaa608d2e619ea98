FROM php:8.3-cli
COPY . /app
RUN cd /app && ./composer.phar install && cd /
