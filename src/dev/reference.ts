/**
 * Another reading of Dockerfiles to hold ours against: any program that speaks this protocol.
 *
 * It reads paths from standard input, one a line, and answers each, in order, with one JSON object
 * on one line of standard output:
 *
 *     path               the path as it was given
 *     ok                 did the parser take the file?
 *     error              why not
 *     instructions_ok    did every instruction parse, with its flags and arguments?
 *     instructions_error why not
 *     base64             the file is not UTF-8: the texts below are in base64
 *     nodes              the instructions:
 *       keyword          in any case
 *       start, end       lines, from 1; heredocs with their terminators included
 *       original         the joined line
 *       flags            as texts, `--name=value`
 *       args             the words; for ENV and LABEL in threes, name, value and separator
 *       json             is it in JSON form?
 *       heredocs         { name, content, expand, chomp }, the content with its tabs
 *       sub              with ONBUILD: the node that it holds
 *
 * These are the fields of the Node of the Go package
 * github.com/moby/buildkit/frontend/dockerfile/parser; `instructions_ok` comes from instructions.Parse
 * beside it. Fifty lines of Go around the two make such a program.
 */
import { spawnSync } from 'node:child_process';

export interface ReferenceHeredoc {
  readonly name: string;
  readonly content: string;
  readonly expand: boolean;
  readonly chomp: boolean;
}

export interface ReferenceNode {
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly flags?: readonly string[];
  readonly args?: readonly string[];
  readonly json?: boolean;
  readonly heredocs?: readonly ReferenceHeredoc[];
  readonly sub?: ReferenceNode | readonly ReferenceNode[];
}

export interface ReferenceAnswer {
  readonly path: string;
  readonly ok: boolean;
  readonly error?: string;
  readonly instructions_ok?: boolean;
  readonly instructions_error?: string;
  readonly base64?: boolean;
  readonly nodes?: readonly ReferenceNode[];
}

/** Does it take the file as a Dockerfile? */
export const accepts = (answer: ReferenceAnswer): boolean =>
  answer.ok && answer.instructions_ok !== false;

export const whyNot = (answer: ReferenceAnswer): string =>
  answer.error ?? answer.instructions_error ?? 'no reason given';

/** Asks the program, a shell command, about files. */
export function ask(command: string, paths: readonly string[]): ReferenceAnswer[] {
  const { stdout, stderr, status, error } = spawnSync(command, {
    shell: true,
    input: paths.map((file) => `${file}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 31 - 1,
  });
  if (error) throw error;
  const answers = stdout.split('\n').filter(Boolean);
  if (answers.length !== paths.length) {
    throw new Error(
      `${command} ended with ${status} after ${answers.length} answers to ${paths.length} paths: ` +
        stderr.slice(0, 500),
    );
  }
  return answers.map((line) => JSON.parse(line) as ReferenceAnswer);
}
