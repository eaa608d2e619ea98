FROM ruby:3.3 AS build
RUN apt-get update && apt-get install -y nginx git
RUN rm /etc/nginx/sites-enabled/default
COPY nginx.conf /etc/nginx/nginx.conf
WORKDIR /srv/app
COPY . .
RUN gem install foreman && bundle install --path vendor/bundle

FROM ruby:3.3-slim
RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/app
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build /srv/app /srv/app
COPY --from=build /etc/nginx/nginx.conf /etc/nginx/nginx.conf
RUN rm -rf /etc/nginx/sites-enabled/default
CMD ["foreman", "start"]
