FROM ruby:3.3
RUN apt-get update && apt-get install -y vim
RUN gem install rack rackup webrick
WORKDIR /app
COPY hello.rb .
CMD ["ruby", "hello.rb"]
