/** RUNs put together by chance, from commands that show what ran and what was left behind. */
import fc from 'fast-check';

const COMMANDS = [
  'true',
  'false',
  'echo %',
  'echo % $?',
  'touch f%',
  'test -e f%',
  'mkdir d%',
  'cd d%',
  'pwd',
  'X=%',
  'export X=%',
  'echo "[${X-}]"',
  'unset X',
  'echo ${Y:=%}',
  'echo "$Y"',
  'X=% true',
  'X=% :',
  'set -e',
  'set +e',
  'set -x',
  'set -u',
  'set -f',
  'echo f*',
  'umask 077',
  'exit 0',
  'exit 1',
  'echo % >f%',
  'cat f%',
  'x=$(echo %; false)',
  'echo $(false; echo %)',
  '! true',
  '! false',
  ':',
];

const command = fc
  .tuple(fc.constantFrom(...COMMANDS), fc.integer({ min: 1, max: 3 }))
  .map(([text, number]) => text.replaceAll('%', String(number)));

const { list } = fc.letrec<{ list: string; item: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: command, weight: 12 },
    { arbitrary: tie('list').map((text) => `{ ${text}; }`), weight: 1 },
    { arbitrary: tie('list').map((text) => `( ${text} )`), weight: 1 },
    { arbitrary: tie('list').map((text) => `if ${text}; then echo yes; fi`), weight: 1 },
    { arbitrary: tie('list').map((text) => `for i in 1 2; do ${text}; done`), weight: 1 },
    { arbitrary: tie('list').map((text) => `case x in x) ${text};; esac`), weight: 1 },
    // A reader that ends first would make the writer fail, or not, by chance.
    { arbitrary: command.map((text) => `${text} | cat`), weight: 1 },
  ),
  list: fc
    .array(fc.tuple(tie('item'), fc.constantFrom(' && ', ' && ', '; ', ' || ')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((items) => items.map(([item, joint], index) => (index > 0 ? joint : '') + item).join('')),
}));

const runs = fc.array(list, { minLength: 2, maxLength: 3 });

/** The same ones every time. */
export const randomRuns = (count: number, seed = 20261123): string[][] =>
  fc.sample(runs, { numRuns: count, seed: Number(process.env['DOCKOPT_SEED'] ?? seed) });
