/**
 * The text of a program that asks a server for paths, in turn, and prints the answers as JSON. A
 * program of its own, so that it can be run inside the network of a container; as text, so that it
 * needs no file beside the command.
 *
 *   node --input-type=module --eval TEXT -- SECONDS PORT PATH…   SECONDS for the first answer
 *
 * `POST:/path` and `PUT:/path` send a line of text there.
 */
export const ASK_PROGRAM = String.raw`
import { request as send } from 'node:http';

const [seconds, port, ...paths] = process.argv.slice(1);
const deadline = Date.now() + Number(seconds) * 1000;

function ask(path) {
  return new Promise((resolve, reject) => {
    const [, method = 'GET', at] = /^(?:([A-Z]+):)?(.*)$/.exec(path);
    // Without an agent: every request has a connection of its own.
    const options = { host: '127.0.0.1', port, method, path: at, agent: false, timeout: 20000 };
    const request = send(options, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status, headers } = response;
        const body = Buffer.concat(pieces).toString('latin1');
        const { 'content-type': type = '', location = '' } = headers;
        resolve({ path, status, type, location, body });
      });
    });
    request.on('timeout', () => request.destroy(new Error('no answer to ' + path + ' in 20 s')));
    request.on('error', reject);
    request.end(method === 'GET' ? undefined : 'some text\n');
  });
}

/** Until it listens; a published port takes connections before, and drops them. */
async function askFirst(path) {
  for (;;) {
    try {
      return await ask(path);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const answers = [];
for (const path of paths) answers.push(await (answers.length === 0 ? askFirst : ask)(path));
process.stdout.write(JSON.stringify(answers));
`;
