FROM ubuntu:24.04
RUN apt-get update && apt-get install -y php-cli composer git
WORKDIR /app
COPY . .
RUN composer install --no-dev
CMD ["php", "index.php"]
