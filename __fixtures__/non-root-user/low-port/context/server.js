const http = require('http');
http.createServer((_, answer) => answer.end('hello')).listen(80);
