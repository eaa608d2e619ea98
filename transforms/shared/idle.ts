import { baseName } from './prefix.ts';

/** Programs of which whoever starts the container says what they run. */
const INTERACTIVE = new Set(
  'sh bash dash ash zsh fish tail sleep cat true top irb ipython ghci R jshell'.split(' '),
);

/** Without arguments they wait for input. */
const INTERPRETER = /^(?:python[\d.]*|node|ruby|php|perl|lua)$/;

/** Does the container only wait for somebody who works in it? */
export function isIdle(main: readonly (string | undefined)[]): boolean {
  const [program, ...args] = main;
  if (program === undefined) return false;
  const name = baseName(program);
  if (INTERPRETER.test(name)) return args.every((word) => word === '-i');
  // With a file it may be a script, or what is shown.
  return INTERACTIVE.has(name) && !args.some((word) => word !== undefined && /\.\w+$/.test(word));
}
