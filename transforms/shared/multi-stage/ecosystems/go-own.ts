import { isInside } from '../aftermath.ts';
import type { Step } from '../types.ts';

/** Verbs of the go command that leave nothing that runs, beside the programs of a build. */
const OWN = /^(?:build|install|get|mod|env|version|list|vet|test|clean|fmt|work)$/;

/** Programs of `//go:generate` that write Go sources and nothing else. */
const WRITES_GO = /^(?:stringer|mockgen|protoc-gen[\w-]*|templ|sqlc|wire|easyjson|qtc|swag)$/;

/** Is a command accounted for without a look at what it makes? `texts`: the Go sources. */
export function isOwnStep(step: Step, texts: ReadonlyMap<string, string> | undefined): boolean {
  const { program, args } = step;
  if (!step.writes.every((path) => path !== undefined && isInside(path, '/tmp'))) return false;
  if (program === 'gofmt' || (program === 'dep' && args[0] === 'ensure')) return true;
  if (program !== 'go') return false;
  return OWN.test(args[0] ?? '') || (args[0] === 'generate' && generatesGo(texts));
}

/** Does `go generate` write Go sources only? */
function generatesGo(texts: ReadonlyMap<string, string> | undefined): boolean {
  if (!texts || texts.size === 0) return false;
  for (const [path, text] of texts) {
    if (/(?:^|\/)vendor\//.test(path)) continue;
    for (const [, line] of text.matchAll(/^\/\/go:generate\s+(.*)$/gm)) {
      if (!writesGo(line!)) return false;
    }
  }
  return true;
}

function writesGo(line: string): boolean {
  const [program = '', verb] = line.trim().split(/\s+/);
  if (program === 'go') return verb === 'run';
  // Only the generators for Go: others write documents and sources of other languages.
  if (program === 'protoc') return !/--(?!go)[\w-]+_out\b/.test(line);
  return WRITES_GO.test(program.slice(program.lastIndexOf('/') + 1));
}
