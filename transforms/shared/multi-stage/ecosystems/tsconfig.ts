import { normal } from '../../copied.ts';
import { isObject, parseObject } from './package-json.ts';

type Read = (path: string) => string | undefined;

/** The absolute `outDir` that a tsconfig.json and those that it extends set. */
export function outDirOf(path: string, read: Read, depth = 0): string | undefined {
  const text = read(path);
  const json = text === undefined ? undefined : parseObject(withoutComments(text));
  if (!json || depth > 5) return undefined;
  const directory = path.slice(0, path.lastIndexOf('/'));
  const options = json['compilerOptions'];
  // The projects that it refers to have outputs of their own.
  if (Array.isArray(json['references']) && json['references'].length > 0) return undefined;
  if (isObject(options)) {
    if (options['noEmit'] === true) return undefined;
    if (typeof options['outDir'] === 'string') return normal(`${directory}/${options['outDir']}`);
    if (options['outFile'] !== undefined) return undefined;
  }
  const bases = [json['extends']].flat().filter((name) => typeof name === 'string');
  for (const base of bases.toReversed()) {
    if (!/^\.{1,2}\//.test(base)) continue;
    const found = outDirOf(
      normal(`${directory}/${base.endsWith('.json') ? base : `${base}.json`}`),
      read,
      depth + 1,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** JSON with comments and commas at the end of lists, as TypeScript reads it. */
const withoutComments = (text: string): string =>
  text
    .replace(
      /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
      (_, string?: string) => string ?? '',
    )
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string?: string) => string ?? '');
