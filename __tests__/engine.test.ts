/** Transforms that misbehave are caught, named and taken back, and the others go on. */
import { describe, expect, test } from '@jest/globals';
import type { Edit, Finding } from '../src/engine/finding.ts';
import { OptionError, resolveOptions } from '../src/engine/options.ts';
import { parseScript, PLAIN_SHELL, valueOf, type FixResult, type Document } from '../src/index.ts';
import { brief, lines } from './helpers/compare.ts';
import { edit, finding, make, renames, replaced, replacing, run } from './helpers/transforms.ts';

const FILE = lines('FROM a', 'ENV A=1', '# note', 'RUN x && \\', '    # inside', '    y', 'CMD z');

/** Its edit is sound: it shows that the rest of a pass is applied. */
const good = renames('good', 'a', 'b');
const fixed = FILE.replace('FROM a', 'FROM b');

const tokensOf = (script: string): readonly string[] =>
  valueOf(parseScript(script, PLAIN_SHELL))!.tokens;

/** Runs one bad finding beside a good one. */
function withBad(
  make_: (doc: Document) => Finding,
  text = FILE,
): { output: string; bugs: string[] } {
  const bad = make('bad', ({ doc }) => [make_(doc)]);
  const { output, bugs } = run(text, [bad, good]);
  return { output, bugs: bugs.map((bug) => `${bug.transform} ${bug.line}: ${bug.problem}`) };
}

describe('a finding that is wrong in itself', () => {
  const cases: Record<string, { edits: (doc: Document) => Edit[]; problem: string }> = {
    'edits that overlap': {
      edits: (doc) => [edit(doc, 'ENV A', 'ENV B'), edit(doc, 'A=1', 'C=1')],
      problem: 'bad 2: its own edits overlap',
    },
    'an edit behind the end': {
      edits: () => [{ start: 500, end: 501, text: 'x' }],
      problem: 'bad 8: an edit lies outside the file',
    },
    'an edit before the start': {
      edits: () => [{ start: -1, end: 3, text: 'x' }],
      problem: 'bad 1: an edit lies outside the file',
    },
    'an edit turned round': {
      edits: () => [{ start: 5, end: 3, text: 'x' }],
      problem: 'bad 1: an edit lies outside the file',
    },
    'an edit that changes nothing': {
      edits: (doc) => [edit(doc, 'ENV A', 'ENV A')],
      problem: 'bad 2: an edit changes nothing',
    },
    'no edit': { edits: () => [], problem: 'bad 7: it holds no edit' },
  };
  test.each(Object.entries(cases))('%s', (_name, { edits, problem }) => {
    expect(withBad((doc) => finding(doc, edits(doc)))).toEqual({ output: fixed, bugs: [problem] });
  });

  test('an applicability that its metadata does not allow', () => {
    const bad = make('bad', ({ doc }) => [replacing(doc, 'z', 'zz', { applicability: 'unsafe' })], {
      emits: ['safe'],
    });
    const { bugs } = run(FILE, [bad, good]);
    expect(bugs.map(({ problem }) => problem)).toEqual([
      'it says unsafe, which its metadata does not allow',
    ]);
  });
});

describe('a finding that does not say what it does', () => {
  const cases: Record<string, { bad: (doc: Document) => Finding; problem: string; text?: string }> =
    {
      'drops an instruction': {
        bad: (doc) => replacing(doc, 'ENV A=1\n', ''),
        problem: 'line 3 of the output does not say what was declared',
      },
      'drops the last instruction': {
        bad: (doc) => replacing(doc, 'CMD z\n', ''),
        problem: 'an instruction is missing at the end of the output',
      },
      'adds an instruction': {
        bad: (doc) => replacing(doc, 'CMD z\n', 'CMD z\nUSER x\n'),
        problem: 'line 8 of the output was not declared',
      },
      'changes a value of ENV': {
        bad: (doc) => replacing(doc, 'A=1', 'A=2'),
        problem: 'line 2 of the output does not say what was declared',
      },
      'changes a command': {
        bad: (doc) => replacing(doc, 'RUN x', 'RUN x -f'),
        problem: 'line 4 of the output does not say what was declared',
      },
      'declares another change': {
        bad: (doc) => replacing(doc, 'A=1', 'A=2', replaced(doc, 1, 'ENV A=3')),
        problem: 'line 2 of the output does not say what was declared',
      },
      'declares a change and makes none': {
        bad: (doc) => replacing(doc, '# note', '# other', replaced(doc, 1, 'ENV A=3')),
        problem: 'line 2 of the output does not say what was declared',
      },
      'breaks a continuation': {
        bad: (doc) => replacing(doc, '&& \\', '&&'),
        problem: 'the output does not parse: line 6: unknown instruction Y',
      },
      'makes a file that does not parse': {
        bad: (doc) => replacing(doc, 'CMD', 'CMDX'),
        problem: 'the output does not parse: line 7: unknown instruction CMDX',
      },
      'turns an instruction into a comment': {
        bad: (doc) => replacing(doc, 'ENV', '#ENV'),
        problem: 'line 4 of the output does not say what was declared',
      },
      'drops the final line break': {
        bad: (doc) => replacing(doc, 'z\n', 'z'),
        problem: 'the final line break changed',
      },
      'adds a directive': {
        bad: (doc) => replacing(doc, 'FROM', '# escape=\\\nFROM'),
        problem: 'the directives are not what was declared',
      },
      'drops a byte order mark': {
        text: `\uFEFF${FILE}`,
        bad: (doc) => replacing(doc, '\uFEFF', ''),
        problem: 'the byte order mark changed',
      },
      'mixes line endings': {
        text: FILE.replaceAll('\n', '\r\n'),
        bad: (doc) => replacing(doc, 'ENV A=1\r\n', 'ENV A=1\n'),
        problem: 'the line endings are mixed',
      },
      'says safe and changes the configuration': {
        bad: (doc) =>
          replacing(doc, 'A=1', 'A=2', { applicability: 'safe', ...replaced(doc, 1, 'ENV A=2') }),
        problem: 'a finding that says safe declares a change of the configuration',
      },
      'makes a RUN too long for one argument': {
        // A path of Linux: what shell reads it is known, so that there are commands to compare.
        text: FILE.replace('CMD z', 'CMD /usr/bin/z'),
        bad: (doc) =>
          replacing(doc, 'RUN x', `RUN ${'x \\\n'.repeat(70_000)}x`, {
            changes: [
              {
                kind: 'run',
                instruction: doc.instructions[2]!,
                tokens: tokensOf(`${'x '.repeat(70_001)}&& y`),
              },
            ],
          }),
        problem: 'the RUN in line 4 of the output is too long for one argument',
      },
    };

  test.each(Object.entries(cases))('%s', (_name, { bad, problem, text = FILE }) => {
    const found = withBad(bad, text);
    expect(found.bugs.map((bug) => bug.replace(/^bad \d+: /, ''))).toEqual([problem]);
    expect(found.output).toBe(text.replace('FROM a', 'FROM b'));
  });

  test('swallows a comment that its edit does not touch', () => {
    // The comment moves into the command: its text is still there, and it is no comment any more.
    const text = lines('FROM a', 'RUN x', '# note', 'RUN y');
    const bad = (doc: Document): Finding =>
      finding(doc, [edit(doc, 'RUN x\n', 'RUN x <<E\n'), edit(doc, 'RUN y', 'E\nRUN y')]);
    const { bugs, output } = withBad(bad, text);
    expect(bugs).toHaveLength(1);
    expect(output).toBe(text.replace('FROM a', 'FROM b'));
  });
});

describe('a transform that does not end well', () => {
  test('throws', () => {
    const bad = make('bad', () => {
      throw new TypeError('oops');
    });
    const result = run(FILE, [bad, good]);
    expect(result.output).toBe(fixed);
    expect(brief(result)).toEqual([
      'changed',
      '+ 1 good change it',
      '! 1 bad it threw: TypeError: oops',
    ]);
  });

  test('throws after its first finding', () => {
    const bad = make('bad', function* ({ doc }) {
      yield replacing(doc, 'z', 'zz', replaced(doc, 3, 'CMD zz'));
      throw new Error('oops');
    });
    expect(run(FILE, [bad, good]).output).toBe(fixed);
  });

  test('two undo each other', () => {
    const text = lines('FROM x', 'RUN y');
    const result = run(text, [renames('there', 'x', 'y'), renames('back', 'y', 'x'), good]);
    expect(brief(result)).toEqual([
      'unchanged',
      "! 1 there there and back undo each other's edits",
      "! 1 back there and back undo each other's edits",
    ]);
    expect(result.output).toBe(text);
  });

  test('three undo each other, and what came before stays', () => {
    const ring = [renames('one', 'b', 'c'), renames('two', 'c', 'd'), renames('three', 'd', 'b')];
    const result = run(lines('FROM a'), [good, ...ring]);
    expect(result.output).toBe(lines('FROM b'));
    expect(result.bugs.map(({ transform }) => transform)).toEqual(['one', 'two', 'three']);
  });

  test('grows without end', () => {
    const grow = make('grow', ({ doc }) => {
      const { end } = doc.instructions.at(-1)!;
      const change = { kind: 'inserted', before: undefined, texts: ['USER x'] } as const;
      return [finding(doc, [{ start: end, end, text: '\nUSER x' }], { changes: [change] })];
    });
    const result = run(FILE, [good, grow]);
    expect(result.bugs).toEqual([
      {
        transform: 'good',
        line: expect.any(Number) as unknown as number,
        problem: 'good and grow found something to do in each of 50 passes',
      },
      {
        transform: 'grow',
        line: expect.any(Number) as unknown as number,
        problem: 'good and grow found something to do in each of 50 passes',
      },
    ]);
    expect(result.output).toBe(FILE);
  });
});

describe('what a finding may declare', () => {
  const outcome = ({ bugs, output }: FixResult) => ({ bugs, output });
  const text = lines('# escape=\\', 'FROM a AS b', 'COPY x /', 'WORKDIR c', 'WORKDIR d', 'CMD z');

  test('a directive before the others', () => {
    const adds = make('adds', function* ({ doc }) {
      if (doc.directives.some(({ name }) => name === 'syntax')) return;
      yield finding(doc, [{ start: 0, end: 0, text: '# syntax=s\n' }], {
        changes: [{ kind: 'directive', name: 'syntax', value: 's' }],
      });
    });
    expect(outcome(run(text, [adds]))).toEqual({ bugs: [], output: `# syntax=s\n${text}` });
  });

  const safe: Record<string, { from: string; to: string; index: number; by: string }> = {
    'what fills the image': { from: 'COPY', to: 'ADD', index: 1, by: 'ADD x /' },
    'how a stage is written': { from: 'AS b', to: 'as B', index: 0, by: 'FROM a as B' },
    'the same directory': { from: 'WORKDIR d', to: 'WORKDIR /c/d', index: 3, by: 'WORKDIR /c/d' },
  };
  test.each(Object.entries(safe))('as safe: %s', (_name, { from, to, index, by }) => {
    const known = text.replace('FROM a', 'FROM debian');
    const writes = make('writes', function* ({ doc }) {
      if (!doc.text.includes(from)) return;
      const change = replaced(doc, index, by.replace('FROM a', 'FROM debian'));
      yield replacing(doc, from, to, { applicability: 'safe', ...change });
    });
    expect(outcome(run(known, [writes]))).toEqual({ bugs: [], output: known.replace(from, to) });
  });

  test('not as safe: another directory', () => {
    const known = text.replace('FROM a', 'FROM debian');
    const writes = make('writes', ({ doc }) => [
      replacing(doc, 'WORKDIR d', 'WORKDIR /e', {
        applicability: 'safe',
        ...replaced(doc, 3, 'WORKDIR /e'),
      }),
    ]);
    expect(run(known, [writes]).bugs).toHaveLength(1);
  });

  test('what it saves', () => {
    const saves = { bytes: 5e6, from: 'a table' };
    const writes = make('writes', function* ({ doc }) {
      if (doc.text.includes('COPY  x')) return;
      yield replacing(doc, 'COPY x', 'COPY  x', { saves });
    });
    expect(run(text, [writes]).findings).toEqual([expect.objectContaining({ saves })]);
    const heldBack = run(text, [writes], { level: 'safe' }).findings;
    expect(heldBack).toEqual([expect.objectContaining({ applied: false, saves })]);
  });
});

test('an option that is a text takes one line', () => {
  const specs = { path: { type: 'text', default: '/', describe: 'a path' } } as const;
  expect(resolveOptions('it', specs)).toEqual({ path: '/' });
  expect(resolveOptions('it', specs, { path: '/x y' })).toEqual({ path: '/x y' });
  expect(() => resolveOptions('it', specs, { path: 'a\nb' })).toThrow(OptionError);
});

describe('lines in messages', () => {
  const insert = make('insert-first', ({ doc }) => {
    const [from, next] = doc.instructions;
    if (next!.args.text === 'true') return [];
    return [
      {
        at: from!,
        message: 'insert',
        applicability: 'safe',
        edits: [{ start: next!.start, end: next!.start, text: 'RUN true\n' }],
        changes: [{ kind: 'inserted', before: next, texts: ['RUN true'] }],
      },
    ];
  });
  const tell = make('tell-lines', ({ doc }) => [
    {
      at: doc.instructions[0]!,
      message: 'tell',
      reason: 'said',
      detail: doc.instructions
        .map(({ given }) => `${given.line}${given.isNew ? '+' : ''}`)
        .join(' '),
    },
  ]);

  test('are those of the file as it was given; what is new has none of its own', () => {
    const { output, findings, bugs } = run('FROM debian:12\nRUN b\nRUN c\n', [insert, tell]);
    expect(bugs).toEqual([]);
    expect(output).toBe('FROM debian:12\nRUN true\nRUN b\nRUN c\n');
    expect(findings.find(({ transform }) => transform === 'tell-lines')!.reason).toBe(
      'said: 1 2+ 2 3',
    );
  });
});
