FROM nginx:1.27
COPY nginx.conf /srv/nginx.conf
EXPOSE 80
CMD ["nginx", "-c", "/srv/nginx.conf", "-g", "daemon off;"]
