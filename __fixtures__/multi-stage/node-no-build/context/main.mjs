import { createServer } from 'node:http';

createServer((_, res) => res.end('hello\n')).listen(8080);
