import { effectsOf } from './effects.ts';
import type { Step, Subject } from './types.ts';

/** Packages that the RUN which installs them takes away again: they are not in the image. */
export function purgedAgain({ steps }: Pick<Subject, 'steps'>): ReadonlySet<string> {
  const purged = new Set<string>();
  for (const step of steps) {
    const names = effectsOf(step).flatMap((effect) =>
      effect.kind === 'packages' ? (effect.names ?? []) : [],
    );
    if (names.length === 0) continue;
    const gone = new Set(
      steps
        .slice(steps.indexOf(step) + 1)
        .filter((later) => later.run === step.run && isRemoval(later))
        .flatMap(({ args }) => args),
    );
    const group = virtualName(step);
    for (const name of names) {
      if (gone.has(name) || (group !== undefined && gone.has(group))) purged.add(name);
    }
  }
  return purged;
}

const isRemoval = ({ program, args }: Step): boolean =>
  /^(?:apt|apt-get|apk|yum|dnf|microdnf)$/.test(program) &&
  args.some((arg) => /^(?:remove|purge|del|erase)$/.test(arg));

/** `apk add --virtual NAME …` gives all of them one name. */
function virtualName({ program, args }: Step): string | undefined {
  if (program !== 'apk') return undefined;
  const at = args.findIndex((arg) => /^(?:-t|--virtual)(?:=|$)/.test(arg));
  if (at < 0) return undefined;
  return args[at]!.includes('=') ? args[at]!.replace(/^.*?=/, '') : args[at + 1];
}
