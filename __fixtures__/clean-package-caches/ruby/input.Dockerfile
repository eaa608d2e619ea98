FROM ruby:3.3
COPY Gemfile* ./
RUN gem install foreman
RUN bundle install
