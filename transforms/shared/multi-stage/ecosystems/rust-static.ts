import { commandText, tokensOf, type Word } from '../../../../src/kit.ts';
import type { RunRewrite } from '../types.ts';
import type { CargoBuild } from './cargo-project.ts';

/**
 * Only the program itself is compiled with these, so that macros and build scripts are built as
 * before. https://doc.rust-lang.org/reference/linkage.html#static-and-dynamic-c-runtimes and
 * https://doc.rust-lang.org/cargo/commands/cargo-rustc.html, read 2026-11-25.
 */
const FLAGS = '-- -C target-feature=+crt-static -C strip=symbols';

/** `cargo build` as `cargo rustc`, with glibc linked into the one program that is needed. */
export function staticBuild({ step, args }: CargoBuild, program: string): RunRewrite | undefined {
  const { command, script } = step;
  const verb = command?.words.find(({ value }) => value === 'build' || value === 'b');
  const selects = ['--bins', '--workspace', '--all-targets', '--example', '--message-format'];
  if (!command || !script || !verb || args.command !== 'build' || args.rest.length > 0)
    return undefined;
  if (selects.some((name) => args.options.has(name))) return undefined;
  if ((args.options.get('--package')?.length ?? 0) > 1) return undefined;
  const added = args.options.has('--bin') ? FLAGS : `--bin ${program} ${FLAGS}`;
  const { source } = step.run.run;
  const last = command.words.at(-1)!;
  const text = ({ text: written }: Word): string => written;
  return {
    run: step.run,
    edits: [
      { start: source.toDoc(verb.start), end: source.toDocEnd(verb.end), text: 'rustc' },
      { start: source.toDocEnd(last.end), end: source.toDocEnd(last.end), text: ` ${added}` },
    ],
    tokens: tokensOf(script.body, (one) => {
      if (one !== command) return commandText(one);
      const words = one.words.map((word) => (word === verb ? 'rustc' : text(word)));
      return commandText(one, [...words, added]);
    }),
  };
}
