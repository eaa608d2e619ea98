FROM debian:12
ENTRYPOINT ["nginx", "-g", "daemon off;"]
HEALTHCHECK --interval=30s CMD ["curl", "-f", "http://localhost/"]
