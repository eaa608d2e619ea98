/**
 * Our reading of Dockerfiles against BuildKit's, as recorded in `__fixtures__/buildkit`. On files
 * of your own: `npm run conformance`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { differences } from '../src/dev/compare-readings.ts';
import { FIXTURES } from '../src/dev/fixtures.ts';
import type { ReferenceAnswer } from '../src/dev/reference.ts';
import { DockerfileError, parseDockerfile } from '../src/index.ts';
import { lex, LexError } from '../src/model/lex.ts';

const RECORDED = path.join(FIXTURES, 'buildkit');

interface Recorded<Case> {
  readonly source: string;
  readonly date: string;
  readonly cases: readonly Case[];
}

const read = (...names: readonly string[]): unknown =>
  JSON.parse(readFileSync(path.join(RECORDED, ...names), 'utf8'));

const subjects = readdirSync(RECORDED).filter((name) => name.endsWith('.json'));

describe.each(subjects)('%s', (subject) => {
  const { source, date, cases } = read(subject) as Recorded<{
    text: string;
    answer: ReferenceAnswer;
  }>;

  test('says where it comes from', () => {
    expect(source).toMatch(/^moby\/buildkit .* at [0-9a-f]{40}$/);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test.each(named(cases, ({ text }) => text))('%s', (_name, { text, answer }) => {
    // The long ones were recorded without their instructions.
    const long = answer.nodes === undefined && answer.ok;
    const found = long ? refusal(text, answer) : differences(text, answer);
    expect(found).toEqual(ON_PURPOSE[text] ?? []);
  });
});

/** Where we differ, and mean to. */
const ON_PURPOSE: Readonly<Record<string, readonly string[]>> = {
  // It parses, and no build can start from it.
  'ARG A\n': ['we refuse it: line 1: no FROM instruction'],
  // Half a character; Go replaces it.
  'FROM a\nCMD ["\\ud800"]\n': ['line 2, CMD: the command is ["\\ud800"], not ["\ufffd"]'],
};

function named<Row>(rows: readonly Row[], name: (row: Row) => string): (readonly [string, Row])[] {
  return rows.map((row) => [JSON.stringify(name(row)).slice(0, 100), row]);
}

function refusal(text: string, answer: ReferenceAnswer): string[] {
  try {
    parseDockerfile(text);
    return answer.instructions_ok === false ? ['we accept it'] : [];
  } catch (error) {
    if (!(error instanceof DockerfileError)) throw error;
    return answer.instructions_ok === false ? [] : [error.message];
  }
}

interface RecordedWord {
  readonly word: string;
  readonly escape?: string;
  readonly result?: string;
  readonly words?: readonly string[];
  readonly unset?: readonly string[];
}

describe('the word lexer', () => {
  const recorded = read('lexer', 'words.json') as Recorded<RecordedWord> & {
    readonly env: Record<string, string>;
  };

  const rows = named(recorded.cases, ({ word, escape }) => word + (escape ?? ''));
  test.each(rows)('%s', (_name, row) => {
    const found = lexed(row, recorded.env);
    const { result, words } = row;
    if (result === undefined) expect(found).toBeInstanceOf(LexError);
    else expect(found).toEqual({ text: result, words, unset: row.unset?.toSorted() ?? [] });
  });
});

function lexed(
  { word, escape = '\\' }: RecordedWord,
  env: Readonly<Record<string, string>>,
): unknown {
  try {
    const { text, words, unset } = lex(word, (name) => env[name], { escape });
    return { text, words, unset: [...unset].toSorted() };
  } catch (error) {
    if (error instanceof LexError) return error;
    throw error;
  }
}
