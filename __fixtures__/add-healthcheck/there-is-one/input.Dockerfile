FROM nginx:1.27-alpine AS base
HEALTHCHECK NONE

FROM base
EXPOSE 80
CMD ["nginx", "-g", "daemon off;"]
