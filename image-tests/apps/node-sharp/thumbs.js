import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

const drawing = await readFile(new URL('./drawing.svg', import.meta.url));

createServer(async (request, response) => {
  const width = Number(request.url.slice(1));
  if (!(width > 0 && width <= 200)) {
    response.writeHead(400).end('a width from 1 to 200');
    return;
  }
  const { data, info } = await sharp(drawing).resize(width).raw().toBuffer({ resolveWithObject: true });
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.write(`${info.width}x${info.height}x${info.channels}\n`);
  response.end(data);
}).listen(8080);
