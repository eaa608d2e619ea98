FROM ruby:3.3
RUN apt-get update && apt-get install -y nginx git
RUN rm /etc/nginx/sites-enabled/default
COPY nginx.conf /etc/nginx/nginx.conf
WORKDIR /srv/app
COPY . .
RUN gem install foreman && bundle install --path vendor/bundle
CMD ["foreman", "start"]
