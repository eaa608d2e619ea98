'use strict';
const fs = require('node:fs');
const http = require('node:http');

http
  .createServer((request, response) => {
    fs.appendFileSync('state/visits', `${request.url}\n`);
    response.end(fs.readFileSync('state/visits'));
  })
  .listen(3000);
