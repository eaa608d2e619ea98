require('node:http')
  .createServer((request, response) => response.end(`seen ${request.url}\n`))
  .listen(3000);
