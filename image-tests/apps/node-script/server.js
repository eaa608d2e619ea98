const { createServer } = require('node:http');
const { readFileSync } = require('node:fs');
const minimist = require('minimist');

const { config } = minimist(process.argv.slice(2));
const settings = JSON.parse(readFileSync(config, 'utf8'));
createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ...settings, url: request.url }));
}).listen(settings.port);
