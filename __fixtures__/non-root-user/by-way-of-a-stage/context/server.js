const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

http
  .createServer((request, response) => {
    fs.appendFileSync(path.join(__dirname, 'visits', 'log.txt'), `${request.url}\n`);
    response.end('noted\n');
  })
  .listen(3000);
