const { createServer } = require('node:http');
const { readFileSync } = require('node:fs');

// Beside the files of the host's work there is one that the server reads.
const greeting = readFileSync(`${__dirname}/greeting.txt`, 'utf8');
createServer((request, response) => response.end(`${greeting.trim()} ${request.url}\n`)).listen(3000);
