const http = require('node:http');
const { existsSync } = require('node:fs');
const minimist = require('minimist');

http
  .createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(minimist(request.url.slice(1).split('/'))));
  })
  .listen(3000);

// For the reader: the compiler is nobody's business here.
if (existsSync('node_modules/typescript')) process.emitWarning('typescript is installed');
