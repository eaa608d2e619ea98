/** Programs that run the command behind them, and their options that take a value. */
const WRAPPERS: ReadonlyMap<string, string> = new Map([
  ['sudo', '-u -g -h -p -C -r -t --user --group'],
  ['env', '-u -C --unset --chdir'],
  ['command', ''],
  ['builtin', ''],
  ['exec', '-a'],
  ['nohup', ''],
  ['time', '-f -o'],
  ['nice', '-n'],
  ['ionice', '-c -n'],
  ['timeout', '-s -k --signal --kill-after'],
  ['eatmydata', ''],
  ['stdbuf', '-i -o -e'],
  ['xargs', '-n -P -I -L -d -a -E -s'],
  ['gosu', ''],
  ['su-exec', ''],
  ['chroot', ''],
]);

/** These take one argument of their own before the command. */
const TAKES_ONE = new Set(['timeout', 'gosu', 'su-exec', 'chroot']);

/**
 * Where the program itself stands among the words of a command: behind `sudo -E`, `env A=b`,
 * `timeout 60`, `xargs -n 1` and the like.
 */
export function programIndex(words: readonly string[]): number {
  let at = 0;
  for (;;) {
    const name = baseName(words[at] ?? '');
    const values = WRAPPERS.get(name);
    if (values === undefined) return at;
    at++;
    while (/^-|^\w+=/.test(words[at] ?? '')) {
      const option = words[at]!;
      at += values.split(' ').includes(option) ? 2 : 1;
      if (option === '--') break;
    }
    if (TAKES_ONE.has(name)) at++;
  }
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Without slashes at the end. */
export function trimSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}
