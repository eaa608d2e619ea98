/** RUNs that fail, pass over failures, or leave the shell. */

/** Ways in which a RUN ends; each one says that it ran. */
const ENDS: readonly string[] = [
  'echo %',
  'echo % && false',
  'echo %; false',
  'false; echo %',
  'false || echo %',
  '(echo %; false; echo then)',
  'echo % && false | true',
  'if echo %; then false; fi',
  '! echo %',
  'set -e; echo %; false; echo then',
  'set -e && echo % && false || echo then',
];

/** Every one before every other. */
export const ends: readonly (readonly string[])[] = ENDS.flatMap((first) =>
  ENDS.map((second) => [first.replace('%', 'a'), second.replace('%', 'b')]),
);

export const triples: readonly (readonly string[])[] = [
  ['echo a', 'echo b || echo c', 'echo d'],
  ['echo a; false', 'echo b', 'echo c'],
  ['echo a', 'false || echo b', 'false'],
  ['echo a', 'echo b; false', 'echo c || echo d'],
  ['false', 'echo b || echo c', 'echo d; echo e'],
  ['echo a', 'false', 'echo c; echo d'],
  ['echo a', 'false || false', 'echo c || echo d'],
  ['cd /', 'echo b; false', 'pwd'],
  ['set -e; echo a', 'set -e; echo b; false; echo c', 'echo d'],
  ['set -e; echo a', 'set -e; echo b', 'set -e; false; echo c'],
  ['set -ex && echo a', 'set -ex && echo b', 'set -ex && false; echo c'],
  ['set -eux; echo a', 'set -eux; echo b', 'set -eux; echo $X; echo c'],
  ['set -eux; echo a', 'set -ex; echo b', 'echo "[$X]"; echo c'],
  ['echo a', 'set -e; echo b', 'false; echo c'],
  ['echo a', 'set -e; false; echo b', 'echo c'],
  ['X=1; echo a', 'X=2; echo b', 'echo "[$X]"'],
];

export const leaving: readonly (readonly string[])[] = [
  ['exit', 'echo b'],
  ['exit 0', 'echo b'],
  ['exit 1', 'echo b'],
  ['exit 256', 'echo b'],
  ['echo a && exit', 'echo b'],
  ['echo a || exit 1', 'echo b'],
  ['false || exit 0', 'echo b'],
  ['false || exit 1', 'echo b'],
  ['false || exit', 'echo b'],
  ['if false; then exit 1; fi', 'echo b'],
  ['if true; then exit 0; fi', 'echo b'],
  ['(exit 0)', 'echo b'],
  ['(exit 3)', 'echo b'],
  ['{ exit 0; }', 'echo b'],
  ['x=$(exit 0)', 'echo b'],
  ['x=$(exit 1)', 'echo b'],
  ['exit 0 | cat', 'echo b'],
  ['return 0', 'echo b'],
  ['return', 'echo b'],
  ['break', 'echo b'],
  ['for i in 1; do break; done', 'echo b'],
  ['for i in 1; do exit 0; done', 'echo b'],
  ['while true; do break; done', 'echo b'],
  ['E=0; exit $E', 'echo b'],
  ['echo a', 'exit 0', 'echo c'],
  ['kill -TERM $$', 'echo b'],
  ['sh -c "exit 0"', 'echo b'],
  ['eval "exit 0"', 'echo b'],
  ['command exit 0', 'echo b'],
  ['exec false', 'echo b || echo c'],
];

/** What `$?` and its like say at the start of a RUN. */
export const special: readonly (readonly string[])[] = [
  ['false || true', 'echo $?'],
  ['(exit 3) || true', 'echo $?; echo b'],
  ['(exit 3); true', 'echo "$?"'],
  ['true && echo a', 'echo $?'],
  ['! false', 'echo $?'],
  ['echo a', 'test $? = 0 && echo b'],
  ['echo a', 'if [ $? -eq 0 ]; then echo b; fi'],
  ['echo a b', 'echo $_ | wc -l'],
  ['echo a', 'echo $# "$@"'],
  ['echo a', 'echo $0 | wc -l'],
  ['echo a', 'echo $- | wc -l'],
  ['echo a', 'echo ${$:+pid}'],
  ['true', 'echo $!'],
  ['echo $LINENO', 'echo $LINENO'],
];
