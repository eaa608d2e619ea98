FROM example.com/base
WORKDIR /app
RUN gem install --no-rdoc --no-ri bundler
