'use strict';
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const UPLOADS = path.join(__dirname, 'uploads');
fs.mkdirSync(UPLOADS, { recursive: true });

http
  .createServer((request, response) => {
    const file = path.join(UPLOADS, path.basename(request.url));
    const fail = (error) => response.writeHead(500).end(`${error.code}\n`);
    if (request.method === 'POST') {
      const out = fs.createWriteStream(file);
      out.on('error', fail).on('finish', () => response.writeHead(201).end('stored\n'));
      request.pipe(out);
    } else if (request.url === '/') {
      response.end(`${fs.readdirSync(UPLOADS).join('\n')}\n`);
    } else {
      fs.createReadStream(file).on('error', fail).pipe(response);
    }
  })
  .listen(3000);
