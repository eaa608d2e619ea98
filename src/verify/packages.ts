/** The packages of an image, by what package managers leave behind. */
import type { flatten } from './archive.ts';

export interface Package {
  readonly name: string;
  readonly version: string;
}

type Contents = ReturnType<typeof flatten>;

/** `debian:curl`, `python:flask`, and the like, with their versions. */
export function packagesOf({ files, texts }: Contents): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (kind: string, name: string, version: string): void =>
    void found.set(`${kind}:${name}`, version);
  for (const [path, text] of texts) {
    if (path.startsWith('lib/apk/')) apk(text, add);
    else dpkg(text, add);
  }
  for (const path of files.keys()) byPath(path, add);
  return found;
}

type Add = (kind: string, name: string, version: string) => void;

/** deb822 paragraphs; a package that was removed may leave one behind. */
function dpkg(text: string, add: Add): void {
  for (const paragraph of text.split(/\n\n+/)) {
    const name = /^Package: (.*)$/m.exec(paragraph)?.[1];
    const status = /^Status: (.*)$/m.exec(paragraph)?.[1];
    if (name === undefined || (status !== undefined && !status.endsWith(' installed'))) continue;
    add('debian', name, /^Version: (.*)$/m.exec(paragraph)?.[1] ?? '');
  }
}

/** https://wiki.alpinelinux.org/wiki/Apk_spec: `P:` and `V:` lines, read 2026-11-26. */
function apk(text: string, add: Add): void {
  for (const paragraph of text.split(/\n\n+/)) {
    const name = /^P:(.*)$/m.exec(paragraph)?.[1];
    if (name !== undefined) add('alpine', name, /^V:(.*)$/m.exec(paragraph)?.[1] ?? '');
  }
}

function byPath(path: string, add: Add): void {
  const python = /\/([^/]+)-([^-/]+)\.(?:dist-info|egg-info)\/(?:METADATA|PKG-INFO)$/.exec(path);
  if (python) add('python', python[1]!, python[2]!);
  const node = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path);
  if (node) add('node', node[1]!, '');
  const gem = /\/specifications\/([^/]+)-(\d[^-/]*)\.gemspec$/.exec(path);
  if (gem) add('ruby', gem[1]!, gem[2]!);
}
