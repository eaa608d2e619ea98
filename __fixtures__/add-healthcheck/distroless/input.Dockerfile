FROM gcr.io/distroless/nodejs22-debian12
COPY server.js /
EXPOSE 3000
CMD ["/server.js"]
