FROM nginx:1.27
RUN touch /run/nginx.pid && \
    chown nginx:nginx /var/cache/nginx /run/nginx.pid
COPY html /usr/share/nginx/html
USER nginx
