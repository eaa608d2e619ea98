FROM nginx:1.27-alpine
COPY site /usr/share/nginx/html
EXPOSE 80
HEALTHCHECK --timeout=5s --start-period=30s CMD ["wget", "-qO", "/dev/null", "http://127.0.0.1:80/"]
