import {
  known,
  unknown,
  valueOf,
  type Context,
  type Fact,
  type Heredoc,
  type Instruction,
} from '../../../src/kit.ts';
import { copiedFrom, normal } from '../copied.ts';
import { baseName } from '../prefix.ts';
import { pathFrom } from './steps.ts';

/**
 * The text of a file that an instruction sees at `path`: of the build context, or written in a
 * heredoc of a COPY.
 */
export function textAt(at: Instruction, path: string, context: Context): Fact<string> {
  const written = heredocAt(at, path);
  if (written) return textOf(written.copy, written.heredoc);
  const source = copiedFrom(at, path, context);
  return source.known ? context.readText(source.value) : source;
}

/** Does a COPY bring a file of the build context, or of a heredoc, to `path`? */
export const isCopied = (at: Instruction, path: string, context: Context): boolean =>
  heredocAt(at, path) !== undefined || copiedFrom(at, path, context).known;

interface Written {
  readonly copy: Instruction;
  readonly heredoc: Heredoc;
}

/** The heredoc that the file at `path` is written in, unless a later COPY names the same path. */
function heredocAt(at: Instruction, path: string): Written | undefined {
  const target = pathFrom(at.state && valueOf(at.state.workdir), path);
  const copies = (at.stage?.lineage ?? [])
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword, index }) => /^(?:COPY|ADD)$/.test(keyword) && index <= at.index);
  for (const copy of copies.toReversed()) {
    const heredoc = copy.heredocs.find((one) => destinationOf(copy, one.name) === target);
    if (heredoc && target !== undefined) return { copy, heredoc };
    if (copy.heredocs.length === 0 && destinationOf(copy, '') === target) return undefined;
  }
  return undefined;
}

/** Into a directory, a heredoc becomes a file of its own name. */
function destinationOf(copy: Instruction, name: string): string | undefined {
  const last = copy.words.at(-1);
  const destination = last && valueOf(copy.expand(last.text));
  const path = pathFrom(copy.state && valueOf(copy.state.workdir), destination);
  const into = destination?.endsWith('/') === true || copy.words.length > 2;
  return into && path !== undefined ? normal(`${path}/${baseName(name)}`) : path;
}

function textOf(copy: Instruction, { body, expand, chomp }: Heredoc): Fact<string> {
  const raw = copy.stage!.document.text.slice(body.start, body.end);
  const text = chomp ? raw.replace(/^\t+/gm, '') : raw;
  if (!expand || !/[$\\]/.test(text)) return known(text.replaceAll('\r\n', '\n'));
  return unknown(`the builder replaces variables in the heredoc of line ${copy.given.line}`);
}
