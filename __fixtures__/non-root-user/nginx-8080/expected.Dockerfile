FROM nginx:1.27
RUN touch /run/nginx.pid && \
    chown nginx:nginx /var/cache/nginx /run/nginx.pid
COPY site.conf /etc/nginx/conf.d/default.conf
COPY html /usr/share/nginx/html
USER nginx
