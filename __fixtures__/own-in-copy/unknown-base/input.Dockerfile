FROM example.com/team/base:3
COPY . /app
RUN chown -R 1000:1000 /app
