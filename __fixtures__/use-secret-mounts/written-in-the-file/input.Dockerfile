FROM debian:12
ARG DEPLOY_TOKEN=s3cr3t-4711
RUN curl -fsSL -H "Authorization: Bearer $DEPLOY_TOKEN" -o /opt/tool https://files.acme.dev/tool
RUN curl -fsSL https://deploy:Fg8sKq2z@files.acme.dev/more -o /opt/more
RUN printf -- "-----BEGIN RSA PRIVATE KEY-----\nMIIE" > /etc/key.pem
