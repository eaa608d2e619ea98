FROM php:8.3-apache
COPY src /var/www/html
EXPOSE 80
HEALTHCHECK --timeout=5s --start-period=30s CMD ["php", "-r", "exit(@file_get_contents('http://127.0.0.1:80/') === false ? 1 : 0);"]
