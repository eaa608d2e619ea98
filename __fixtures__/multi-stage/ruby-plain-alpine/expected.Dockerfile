FROM ruby:3.3 AS build
RUN apt-get update && apt-get install -y vim
RUN gem install rack rackup webrick

FROM ruby:3.3-alpine
COPY --from=build /usr/local/bundle /usr/local/bundle
WORKDIR /app
COPY hello.rb .
CMD ["ruby", "hello.rb"]
