FROM debian:12
ENV BUNDLE_PATH=/gems
RUN bundle install
RUN gem install foreman && rm -rf "$(gem env gemdir)"/cache/*.gem
