/** A monorepo of any size, with what a walk over a real one meets. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A service: its Dockerfile, and the files of its build context. */
type Service = Readonly<Record<string, string>>;

const manifest = (name: string): string =>
  JSON.stringify({ name, version: '1.0.0', scripts: { start: 'node server.js' } });

/** Small services of some kinds; `id` makes each one differ from the others. */
const KINDS: readonly ((id: number) => Service)[] = [
  (id) => ({
    Dockerfile: `FROM debian:12\nRUN mkdir -p /srv/${id}\nRUN touch /srv/${id}/ready\nCMD ["true"]\n`,
  }),
  (id) => ({
    Dockerfile: `FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm install\nEXPOSE 3000\nCMD ["node", "server.js"]\n`,
    'package.json': manifest(`web-${id}`),
    'server.js': `require('http').createServer().listen(3000); // ${id}\n`,
    '.git-keep': '',
  }),
  (id) => ({
    Dockerfile: `FROM python:3.12\nMAINTAINER Team ${id}\nWORKDIR /app\nADD . /app\nRUN pip install -r requirements.txt\nCMD python app.py\n`,
    'requirements.txt': 'flask==3.0.0\n',
    'app.py': `print(${id})\n`,
  }),
  (id) => ({
    Dockerfile: `FROM debian:12\r\nRUN apt-get update && apt-get install -y curl\r\nRUN echo ${id} > /id\r\n`,
  }),
  // Nothing to do.
  (id) => ({ Dockerfile: `FROM scratch\nLABEL number="${id}"\n` }),
];

/** Directories of a group: about as many as one can look over. */
const GROUP = 25;

/**
 * Writes a repository of so many services, with CODEOWNERS, a submodule, links, and files that
 * cannot be done. Git, if it is to be one, is the caller's: `commitAll`.
 */
export function writeMonorepo(root: string, services: number): void {
  for (let id = 0; id < services; id++) {
    const group = String(Math.floor(id / GROUP)).padStart(4, '0');
    const service = path.join(root, 'services', `group-${group}`, `service-${id}`);
    const files = KINDS[id % KINDS.length]!(id);
    mkdirSync(service, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(service, name), text);
  }
  const owners = Array.from(
    { length: Math.ceil(services / GROUP) },
    (_, group) => `/services/group-${String(group).padStart(4, '0')}/ @example/team-${group % 7}\n`,
  );
  mkdirSync(path.join(root, '.github'), { recursive: true });
  writeFileSync(path.join(root, '.github/CODEOWNERS'), `* @example/platform\n${owners.join('')}`);
  writeOddities(path.join(root, 'odd'));
}

/** What no run may stumble over. */
function writeOddities(odd: string): void {
  const file = (name: string, contents: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(odd, name)), { recursive: true });
    writeFileSync(path.join(odd, name), contents);
  };
  file('broken/Dockerfile', 'FROM debian:12\nRUN echo <<EOF\nno end\n');
  file('binary/Dockerfile', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2));
  file('named/Dockerfile', 'FROM debian:12\nRUN mkdir /a\nRUN touch /a/b\n');
  file('blank name/Dockerfile', 'FROM debian:12\nRUN mkdir /a\nRUN touch "/a/b c"\n');
  file('no-final-newline/Dockerfile', 'FROM debian:12\nRUN mkdir /a\nRUN touch /a/b');
  file(
    'bytes/Dockerfile',
    Buffer.from('FROM debian:12\n# caf\xe9\nRUN mkdir /a\nRUN touch /a/b\n', 'latin1'),
  );
  file('unreadable/Dockerfile', 'FROM debian:12\nRUN mkdir /a\nRUN touch /a/b\n');
  chmodSync(path.join(odd, 'unreadable'), 0o000);
  symlinkSync('named/Dockerfile', path.join(odd, 'Dockerfile.link'));
  symlinkSync('nowhere', path.join(odd, 'Dockerfile.dangling'));
  symlinkSync('..', path.join(odd, 'loop'));
}

/** Makes a git repository of a directory, with one commit. */
export function commitAll(root: string): void {
  const git = gitIn(root);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@example.org');
  git('config', 'core.autocrlf', 'false');
  // What cannot be read cannot be committed.
  writeFileSync(path.join(root, '.gitignore'), 'odd/unreadable/\n');
  git('add', '--all');
  git('commit', '--quiet', '--message=Begin');
}

/** Puts a repository of its own below another one, as a submodule lies there. */
export function writeSubmodule(root: string, name: string): void {
  const directory = path.join(root, name);
  mkdirSync(path.join(directory, 'app'), { recursive: true });
  writeFileSync(
    path.join(directory, 'app/Dockerfile'),
    'FROM debian:12\nRUN mkdir /sub\nRUN touch /sub/module\n',
  );
  commitAll(directory);
}

/** Runs git in a directory, whatever git has set around us. */
export function gitIn(cwd: string): (...args: string[]) => string {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  );
  return (...args) =>
    execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
