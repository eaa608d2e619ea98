/** `dockopt new-transform`: begins a transform outside of dockopt. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transforms } from '../index.ts';
import { UsageError } from './errors.ts';
import { CASES, inJavaScript, isId, testSource, transformSource } from './scaffold.ts';

/** Writes into the current directory; gives what to tell the user. */
export function newTransform(id: string, version: string, { js }: { js: boolean }): string {
  if (!isId(id)) {
    const not = JSON.stringify(id);
    throw new UsageError(`an id is a verb phrase in kebab case, as require-labels; not ${not}`);
  }
  if (transforms.some((transform) => transform.id === id)) {
    throw new UsageError(`there is a transform ${id} already; see dockopt explain ${id}`);
  }
  const ending = js ? 'mjs' : 'ts';
  const source = transformSource(id, 'dockopt', version);
  const folder = `__fixtures__/${id}`;
  const files = {
    [`${id}.${ending}`]: js ? inJavaScript(source) : source,
    [`${id}.test.${ending}`]: testSource(id, ending),
    ...Object.fromEntries(Object.entries(CASES).map(([name, text]) => [`${folder}/${name}`, text])),
  };
  const present = Object.keys(files).find((name) => existsSync(name));
  if (present !== undefined) throw new UsageError(`there is a ${present} already`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, text, { flag: 'wx' });
  }
  return [
    ...Object.keys(files).map((name) => `wrote ${name}`),
    '',
    `dockopt run ./${id}.${ending}     what it would change below this directory`,
    'node --test               its cases, with dockopt installed here',
    '',
  ].join('\n');
}
