FROM nginx:1.29-alpine
RUN apk add --no-cache openssl \
	&& mkdir -p /etc/nginx/certificates
COPY configuration/nginx/proxy-headers.conf \
	configuration/nginx/certificates.conf \
	configuration/nginx/compression.conf \
	/etc/nginx/conf.d/
