FROM nginx:1.27-alpine
EXPOSE 80
