require('node:http').createServer((_, response) => response.end('shop')).listen(8080);
