FROM ruby:3.3
COPY Gemfile* ./
RUN gem install foreman && rm -rf /usr/local/bundle/cache/*.gem
RUN bundle install && rm -rf /usr/local/bundle/cache/*.gem
