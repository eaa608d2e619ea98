import { createServer } from 'node:http';
import pico from 'picocolors';
import { parseOrder } from './order.js';

const port = Number(process.env['PORT'] ?? 8080);

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/health') {
    response.end('ok');
    return;
  }
  const order = parseOrder(Object.fromEntries(url.searchParams));
  response.writeHead(order.ok ? 200 : 422, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ...order, user: process.getuid?.() }));
}).listen(port, () => console.log(pico.green(`listening on ${port}`)));
