FROM gcc:14
WORKDIR /bench
COPY . .
EXPOSE 8080
CMD ["./start.sh"]
