# nothing is installed: only the base is another one
FROM gcr.io/distroless/nodejs22-debian13
WORKDIR /app
COPY main.mjs .
CMD ["main.mjs"]
