import { parseScript, type Script } from '../shell/script.ts';
import { dialectOf, type Dialect } from '../shell/dialect.ts';
import { unknown, type Fact } from './fact.ts';
import type { Instruction } from './instruction.ts';
import { heredocOf } from './split.ts';
import { MappedText } from './text.ts';

/** How the command of a RUN is written. */
export type RunForm =
  /** `RUN make && make install`, with or without heredocs that feed its commands. */
  | 'shell'
  /** `RUN ["make"]` */
  | 'exec'
  /** `RUN <<EOF`: the heredoc is the script. */
  | 'script'
  /** The same with `#!` on its first line: run as a file, whatever SHELL says. */
  | 'shebang';

/** What a RUN hands over for execution. */
export class RunBody {
  readonly form: RunForm;
  /** The text that the shell gets, with the way back to the file. */
  readonly source: MappedText;
  /** The language that it is written in. */
  readonly dialect: Fact<Dialect>;
  private parsed: Fact<Script> | undefined;

  constructor(form: RunForm, source: MappedText, dialect: Fact<Dialect>) {
    this.form = form;
    this.source = source;
    this.dialect = dialect;
  }

  get text(): string {
    return this.source.text;
  }

  /** Its commands, when it is in a shell language that is understood. */
  get script(): Fact<Script> {
    return (this.parsed ??= this.parse());
  }

  private parse(): Fact<Script> {
    if (this.form === 'exec') return unknown('it is in exec form, no shell runs it');
    if (this.form === 'shebang') return unknown('its heredoc names its own interpreter');
    if (!this.dialect.known) return unknown(this.dialect.because);
    return parseScript(this.text, this.dialect.value);
  }
}

/**
 * Assembles the text as the builder does: the command line, then every heredoc with its
 * terminator; a heredoc alone is the script itself.
 * Source: https://docs.docker.com/reference/dockerfile/#here-documents, read 2026-11-23.
 */
export function runBody(run: Instruction): RunBody {
  const args = run.args;
  if (run.json) return new RunBody('exec', args, unknown('it is in exec form, no shell runs it'));
  const dialect = dialectOf(run);
  const [first] = run.heredocs;
  if (!first) return new RunBody('shell', args, dialect);
  const file = run.stage?.document.text ?? '';
  if (run.heredocs.length === 1 && heredocOf(args.text) !== undefined) {
    const body = bodyText(file, first.body.start, first.body.end, first.chomp);
    const form = body.text.startsWith('#!') ? 'shebang' : 'script';
    return new RunBody(form, body, dialect);
  }
  let source = args;
  let at = run.source.headEnd;
  for (const heredoc of run.heredocs) {
    // The line break before the body, then body and terminator as they stand.
    source = source
      .concat(new MappedText('\n', [{ at: 0, doc: at, length: 1 }]))
      .concat(bodyText(file, heredoc.body.start, heredoc.terminator.end, false));
    at = heredoc.terminator.end;
  }
  return new RunBody('shell', source, dialect);
}

function bodyText(file: string, start: number, end: number, chomp: boolean): MappedText {
  const body = file.slice(start, end);
  if (!chomp) return new MappedText(body, [{ at: 0, doc: start, length: body.length }]);
  let text = '';
  const pieces = [];
  for (const line of body.matchAll(/^\t*(.*(?:\n|$))/gm)) {
    const kept = line[1]!;
    if (kept === '') continue;
    pieces.push({
      at: text.length,
      doc: start + line.index + (line[0].length - kept.length),
      length: kept.length,
    });
    text += kept;
  }
  return new MappedText(text, pieces.length > 0 ? pieces : [{ at: 0, doc: start, length: 0 }]);
}
