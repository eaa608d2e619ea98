import { Document } from '../model/document.ts';
import type { Instruction, Keyword } from '../model/instruction.ts';
import { lex, LexError } from '../model/lex.ts';

/**
 * What an instruction means, as one text: two instructions with the same summary are the same to
 * Docker. Layout, comments, quoting and the case of the keyword make no difference to it.
 */
export function summaryOf(instruction: Instruction): string {
  let summary = summaries.get(instruction);
  if (summary === undefined) {
    const tokens = runTokens(instruction);
    summary = tokens ? runSummary(instruction, tokens) : plainSummary(instruction);
    summaries.set(instruction, summary);
  }
  return summary;
}

/** What one pass makes is what the next one starts from. */
const summaries = new WeakMap<Instruction, string>();

/** The summary of a RUN that runs other commands, and is the same for the rest but its flags. */
export function runSummary(
  instruction: Instruction,
  tokens: readonly string[],
  flags = runOf(instruction)?.flagTexts ?? [],
): string {
  return join([instruction.keyword, 'RUN', ...flagsOf('RUN', flags)], tokens);
}

/** The RUN itself, or the one that an ONBUILD holds. */
export function runOf(instruction: Instruction): Instruction | undefined {
  const inner = instruction.trigger ?? instruction;
  return inner.keyword === 'RUN' ? inner : undefined;
}

function runTokens(instruction: Instruction): readonly string[] | undefined {
  const script = runOf(instruction)?.run.script;
  return script?.known ? script.value.tokens : undefined;
}

/** The summary of an instruction that has other flags. */
export function flagsSummary(instruction: Instruction, flags: readonly string[]): string {
  const tokens = runTokens(instruction);
  return tokens ? runSummary(instruction, tokens, flags) : plainSummary(instruction, flags);
}

function plainSummary(instruction: Instruction, flags = instruction.flagTexts): string {
  const { keyword, trigger } = instruction;
  const head = [keyword, ...flagsOf(keyword, flags)];
  const file = instruction.stage?.document.text ?? '';
  const heredocs = instruction.heredocs.map((heredoc) =>
    file.slice(heredoc.body.start, heredoc.terminator.end),
  );
  if (trigger) return join(head, [plainSummary(trigger)]);
  switch (keyword) {
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return join(
        head,
        instruction.pairs.flatMap((pair) => [
          lexed(pair.name, instruction),
          pair.value === undefined ? '' : `=${lexed(pair.value, instruction)}`,
        ]),
      );
    case 'COPY':
    case 'ADD':
    case 'EXPOSE':
    case 'VOLUME':
      return join(head, [
        ...instruction.words.map((word) => lexed(word.text, instruction)),
        ...heredocs,
      ]);
    case 'FROM': {
      // The builder reads AS and the name of a stage in any case.
      const [image, as, name] = instruction.words.map((word) => word.text);
      return join(head, [
        stageName(lexed(image ?? '', instruction)),
        as?.toUpperCase() ?? '',
        name?.toLowerCase() ?? '',
      ]);
    }
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
      return join(head, [lexed(instruction.args.text, instruction)]);
    default: {
      const json = instruction.json;
      if (keyword === 'HEALTHCHECK') {
        // The builder reads CMD and NONE in any case.
        const [type = '', rest = ''] = instruction.args.text.split(/\s+(.*)/s, 2);
        return join([...head, type.toUpperCase()], json ? ['exec', ...json] : ['text', rest]);
      }
      if (json) return join(head, ['exec', ...json]);
      return join(head, ['text', instruction.args.text, ...heredocs]);
    }
  }
}

/** The flags, with the names of stages as the builder takes them. */
function flagsOf(keyword: Keyword, flagTexts: readonly string[]): readonly string[] {
  if (keyword === 'COPY') {
    return flagTexts.map((text) =>
      text.replace(/^--from=(.*)$/s, (_, name: string) => `--from=${stageName(name)}`),
    );
  }
  if (keyword !== 'RUN') return flagTexts;
  return flagTexts.map((text) =>
    text.startsWith('--mount=')
      ? text.replace(/(?<=[=,])from=([^,]*)/, (_, name: string) => `from=${stageName(name)}`)
      : text,
  );
}

/**
 * The builder reads the name of a stage in any case; what is none is the name of an image, which
 * has capitals behind a colon only.
 * https://github.com/moby/buildkit/blob/73ed682/frontend/dockerfile/dockerfile2llb/convert.go
 * (findStateByName), read 2026-11-25
 */
const stageName = (text: string): string =>
  /^[a-z][\w.-]*$/i.test(text) ? text.toLowerCase() : text;

/** After Docker's own lexing, variables left in and marked, so that `'$X'` and `$X` differ. */
function lexed(text: string, instruction: Instruction): string {
  if (!/["'\\`$]/.test(text)) return text;
  try {
    const options = { escape: instruction.escape, keepUnset: true, mark: '\u0001' };
    return lex(text, () => undefined, options).text;
  } catch (error) {
    if (error instanceof LexError) return `\u0002${text}`;
    throw error;
  }
}

/** NUL, which no Dockerfile holds, keeps the parts apart. */
const join = (head: readonly string[], parts: readonly string[]): string =>
  `${head.join('\0')}\0\0${parts.join('\0')}`;

/** The summary of an instruction that a finding writes, read with the escape of its file. */
export function summaryOfText(text: string, escape: string): string {
  const prefix = escape === '`' ? '# escape=`\n' : '';
  const isFrom = /^\s*FROM\s/i.test(text);
  const document = new Document(`${prefix}${isFrom ? '' : 'FROM scratch\n'}${text}`);
  return summaryOf(document.instructions[isFrom ? 0 : 1]!);
}
