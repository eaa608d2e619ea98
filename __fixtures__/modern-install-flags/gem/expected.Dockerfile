FROM ruby:2.5
RUN gem install foreman --no-document
# One kind of documentation stays.
RUN gem install foreman --no-ri
