FROM nginx:1.29-alpine
RUN apk add --no-cache openssl \
	&& mkdir -p /etc/nginx/certificates
COPY configuration/nginx/proxy-headers.conf /etc/nginx/conf.d/
COPY configuration/nginx/certificates.conf /etc/nginx/conf.d/
COPY configuration/nginx/compression.conf /etc/nginx/conf.d/
