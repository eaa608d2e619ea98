/** Which findings are applied together, which wait, and what the report says of them. */
import { describe, expect, test } from '@jest/globals';
import { fix, OptionError } from '../src/index.ts';
import { brief, lines } from './helpers/compare.ts';
import { edit, finding, make, renames, replaced, replacing, run } from './helpers/transforms.ts';

const TEXT = lines('FROM a', 'ENV A=1', 'USER x', 'CMD z');

describe('conflicts', () => {
  test('the earlier one in the list wins, the loser is worked out again', () => {
    const seen: string[] = [];
    const first = make('first', function* ({ doc }) {
      if (doc.text.includes('A=1')) yield replacing(doc, 'A=1', 'A=2', replaced(doc, 1, 'ENV A=2'));
    });
    const second = make('second', function* ({ doc }) {
      const value = doc.only('ENV')[0]!.pairs[0]!.value!;
      seen.push(value);
      if (value.endsWith('0')) return;
      const change = replaced(doc, 1, `ENV A=${value}0`);
      yield replacing(doc, `A=${value}`, `A=${value}0`, change);
    });
    expect(run(TEXT, [first, second]).output).toBe(TEXT.replace('A=1', 'A=20'));
    expect(seen).toEqual(['1', '2', '20']);
    expect(run(TEXT, [second, first]).output).toBe(TEXT.replace('A=1', 'A=10'));
  });

  test('edits that only touch conflict too', () => {
    const passes: string[] = [];
    const watch = make('watch', ({ doc }) => (passes.push(doc.text), []));
    const left = make('left', function* ({ doc }) {
      if (doc.text.includes('ENV  ') || !doc.text.includes('ENV A')) return;
      yield replacing(doc, 'ENV ', 'ENV  ');
    });
    const right = make('right', function* ({ doc }) {
      if (doc.text.includes('A=1')) yield replacing(doc, 'A=1', '"A"=1');
    });
    expect(run(TEXT, [watch, left, right]).output).toBe(TEXT.replace('ENV A=1', 'ENV  "A"=1'));
    expect(passes).toHaveLength(3);
  });

  test('what a finding rests on is a claim too', () => {
    const user = make('user', function* ({ doc }) {
      if (doc.text.includes('USER x')) {
        yield replacing(doc, 'USER x', 'USER y', replaced(doc, 2, 'USER y'));
      }
    });
    // Says in CMD which user it saw; disjoint edits, dependent reasons.
    const tell = make('tell', function* ({ doc }) {
      const seen = doc.only('USER')[0]!;
      const command = doc.only('CMD')[0]!;
      const text = `CMD ${seen.args.text}`;
      if (command.joined.text === text) return;
      const change = replaced(doc, command.index, text);
      yield finding(doc, [{ ...span(command), text }], { ...change, basis: [seen] });
    });
    expect(run(TEXT, [user, tell]).output).toContain('CMD y');
    expect(run(TEXT, [tell, user]).output).toContain('CMD y');
  });

  test('what waits keeps its place against what comes later', () => {
    const early = make('early', function* ({ doc }) {
      if (doc.text.includes('A=1')) yield replacing(doc, 'A=1', 'A=2', replaced(doc, 1, 'ENV A=2'));
    });
    const both = make('both', function* ({ doc }) {
      if (!doc.text.includes('USER x')) return;
      const changes = [replaced(doc, 1, 'ENV A=3'), replaced(doc, 2, 'USER y')];
      const [env, user] = [doc.only('ENV')[0]!, doc.only('USER')[0]!];
      const edits = [
        { ...span(env), text: 'ENV A=3' },
        { ...span(user), text: 'USER y' },
      ];
      yield finding(doc, edits, { changes: changes.flatMap((one) => one.changes) });
    });
    const seen: string[] = [];
    const late = make('late', function* ({ doc }) {
      const user = doc.only('USER')[0]!.args.text;
      if (user.endsWith('z')) return;
      seen.push(user);
      yield replacing(doc, `USER ${user}`, `USER ${user}z`, replaced(doc, 2, `USER ${user}z`));
    });
    expect(run(TEXT, [early, both, late]).output).toBe(
      lines('FROM a', 'ENV A=3', 'USER yz', 'CMD z'),
    );
    expect(seen).toEqual(['x', 'x', 'y']);
  });

  test('findings apart from each other are applied in one pass', () => {
    const passes: string[] = [];
    const both = make('both', function* ({ doc }) {
      passes.push(doc.text);
      if (doc.text.includes('A=1')) yield replacing(doc, 'A=1', '"A"=1');
      if (doc.text.includes('USER x')) yield replacing(doc, 'USER x', 'USER  x');
    });
    run(TEXT, [both]);
    expect(passes).toHaveLength(2);
  });
});

const span = ({ start, end }: { start: number; end: number }): { start: number; end: number } => ({
  start,
  end,
});

describe('the report', () => {
  test('counts lines in the text as it was given', () => {
    const text = lines('FROM a', '', 'RUN x', 'RUN y', '', 'COPY  b c');
    const insert = make('insert', function* ({ doc }) {
      if (doc.text.includes('USER')) return;
      const { start } = doc.only('RUN')[0]!;
      const change = { kind: 'inserted', before: doc.only('RUN')[0], texts: ['USER u'] } as const;
      yield finding(doc, [{ start, end: start, text: 'USER u\n\n\n' }], { changes: [change] });
    });
    const late = make('late', function* ({ doc }) {
      if (doc.text.includes('USER') && doc.text.includes('COPY  ')) {
        yield replacing(doc, 'COPY  ', 'COPY ');
      }
    });
    const tells = make(
      'tells',
      ({ doc }) => [{ at: doc.only('COPY')[0]!, message: 'do more', reason: 'why', detail: 'it' }],
      { reasons: { why: 'because' } },
    );
    expect(brief(run(text, [insert, late, tells]))).toEqual([
      'changed',
      '+ 3 insert change it',
      '+ 6 late change it',
      'x 6 tells do more (because: it)',
    ]);
  });

  test('a file that does not parse fails with the line', () => {
    expect(brief(fix('FROM a\n\n{{ if }}\n'))).toEqual([
      'failed in line 3: unknown instruction {{',
    ]);
  });

  test('the text as given comes back when nothing is done', () => {
    const text = '\uFEFF# escape=`\r\n\r\nfrom  a\r\nrun x `\r\n  y';
    expect(fix(text, { transforms: [] })).toMatchObject({ status: 'unchanged', output: text });
  });
});

describe('options', () => {
  const options = {
    loud: { type: 'boolean', default: false, describe: 'Shout' },
    size: { type: 'choice', choices: ['big', 'small'], default: 'big', describe: 'How big' },
  } as const;
  const given: unknown[] = [];
  const transform = make('opt', (input) => (given.push(input.options), []), { options });
  const values = (value: Record<string, unknown>): unknown => {
    run(TEXT, [transform], { options: { opt: value } });
    return given.pop();
  };

  test('have defaults, and take values as the command line gives them', () => {
    expect(values({})).toEqual({ loud: false, size: 'big' });
    expect(values({ loud: 'true', size: 'small' })).toEqual({ loud: true, size: 'small' });
    expect(values({ loud: false })).toEqual({ loud: false, size: 'big' });
  });

  test.each([
    [{ quiet: true }, 'opt has no option "quiet"; it has loud, size'],
    [{ loud: 'yes' }, 'opt.loud takes true or false, not "yes"'],
    [{ size: 'huge' }, 'opt.size takes big or small, not "huge"'],
    [{ size: 1 }, 'opt.size takes big or small, not 1'],
    [{ constructor: 1 }, 'opt has no option "constructor"; it has loud, size'],
  ])('%j is refused', (value, message) => {
    expect(() => values(value)).toThrow(new OptionError(message));
  });

  test('a transform without any says so', () => {
    const bare = make('bare', () => []);
    expect(() => run(TEXT, [bare], { options: { bare: { a: 1 } } })).toThrow(
      'bare has no option "a"; it has none',
    );
  });
});

describe('comments that switch a transform off', () => {
  // Adds a blank to every COPY that has only one.
  const spaces = make(
    'spaces',
    function* ({ doc }) {
      for (const copy of doc.only('COPY')) {
        const at = copy.keywordSpan.end;
        if (doc.text[at + 1] === ' ') continue;
        yield finding(doc, [{ start: at, end: at, text: ' ' }], { at: copy });
      }
    },
    { ignoredBy: { hadolint: ['DL1'], tally: ['tally/x'], check: ['Rule'] } },
  );

  const outcome = (...text: readonly string[]): string => {
    const result = run(lines(...text), [spaces], { known: ['spaces', 'other'] });
    const { findings, warnings, status } = result;
    const marks = findings.map(({ applied, reason }) => (applied ? '+' : `- ${reason}`));
    return [status, ...marks, ...warnings.map(({ line, message }) => `${line}: ${message}`)].join(
      '; ',
    );
  };

  test.each([
    ['# dockopt ignore', 'unchanged; - a comment says "dockopt ignore"'],
    ['# dockopt ignore -- as it must be', 'unchanged; - a comment says "dockopt ignore"'],
    ['# DOCKOPT IGNORE', 'unchanged; - a comment says "dockopt ignore"'],
    ['# dockopt ignore=spaces', 'unchanged; - a comment says "dockopt ignore=spaces"'],
    [
      '# dockopt ignore = other , spaces -- so',
      'unchanged; - a comment says "dockopt ignore=spaces"',
    ],
    ['# dockopt ignore=other', 'changed; +'],
    ['# dockopt ignore=spacs', 'changed; +; 2: no transform is called "spacs"'],
    ['# dockopt ignored', 'changed; +'],
    ['# please dockopt ignore', 'changed; +'],
    ['# dockopt ignore-file', 'skipped'],
    ['# dockopt ignore-file -- made by a tool', 'skipped'],
    ['# hadolint ignore=DL1', 'unchanged; - a comment tells hadolint to ignore DL1 here'],
    ['# hadolint ignore=DL9,DL1', 'unchanged; - a comment tells hadolint to ignore DL1 here'],
    ['# hadolint ignore=DL9', 'changed; +'],
    ['# tally ignore=tally/x', 'unchanged; - a comment tells tally to ignore tally/x here'],
  ])('%s', (comment, expected) => {
    expect(outcome('FROM a', comment, 'COPY b c')).toBe(expected);
  });

  test('hold for the next instruction only, blank lines and other comments between', () => {
    const ignored = '- a comment says "dockopt ignore"';
    expect(outcome('FROM a', '# dockopt ignore', '', '# note', 'COPY b c', 'COPY d e')).toBe(
      `changed; ${ignored}; +`,
    );
  });

  test('hold inside an instruction too', () => {
    const text = ['FROM a', 'COPY b \\', '  # dockopt ignore', '  c'];
    expect(outcome(...text)).toBe('unchanged; - a comment says "dockopt ignore"');
  });

  test('global ones hold everywhere', () => {
    const ignored = '- a comment tells hadolint to ignore DL1 here';
    expect(outcome('# hadolint global ignore=DL1', 'FROM a', 'COPY b c', 'COPY d e')).toBe(
      `unchanged; ${ignored}; ${ignored}`,
    );
    expect(outcome('FROM a', 'COPY b c', '# tally global ignore=tally/x', 'USER x')).toBe(
      'unchanged; - a comment tells tally to ignore tally/x here',
    );
  });

  test.each([
    ['# check=skip=Rule', 'unchanged; - a comment tells Docker to ignore Rule here'],
    [
      '# check=skip=Other, Rule;error=true',
      'unchanged; - a comment tells Docker to ignore Rule here',
    ],
    ['# check=error=true;skip=Rule', 'unchanged; - a comment tells Docker to ignore Rule here'],
    ['# check=skip=all', 'unchanged; - a comment tells Docker to skip all checks'],
    ['# check=skip=Other', 'changed; +'],
  ])('%s', (directive, expected) => {
    expect(outcome(directive, 'FROM a', 'COPY b c')).toBe(expected);
  });

  test('an edit that reaches into an ignored instruction is held back', () => {
    const wide = make('wide', ({ doc }) => [
      finding(doc, [edit(doc, 'b\n# dockopt ignore\nCOPY', 'b\n# dockopt ignore\nCOPY ')]),
    ]);
    const result = run(lines('FROM a', 'COPY a b', '# dockopt ignore', 'COPY c d'), [wide]);
    expect(result.status).toBe('unchanged');
    expect(result.bugs).toEqual([]);
  });
});

test('a transform that comes last is heard when the others find nothing more', () => {
  const pin = make(
    'pin',
    function* ({ doc }) {
      const [from] = doc.instructions;
      const image = from!.args.text;
      if (image.endsWith('!')) return;
      yield replacing(doc, image, `${image}!`, replaced(doc, 0, `FROM ${image}!`));
    },
    { last: true },
  );
  expect(run(TEXT, [pin, renames('x', 'a', 'b'), renames('y', 'b', 'c')]).output).toBe(
    TEXT.replace('FROM a', 'FROM c!'),
  );
});
