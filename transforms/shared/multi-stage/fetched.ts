import { isInside } from './aftermath.ts';
import { effectsOf } from './effects.ts';
import { pathFrom } from './steps.ts';
import type { Step, Subject } from './types.ts';

const FETCHING = new Set(['git', 'wget', 'curl', 'tar', 'unzip']);

const ARCHIVE = /\.(?:t(?:ar\.)?(?:gz|xz|bz2|zst|Z)|tar|tgz|txz|tbz2?|zip)$/;

/**
 * Steps that bring sources for a build which stands in one of these directories: they clone a
 * repository, or fetch and unpack an archive. `trees`: source trees, into which others are cloned.
 */
export function fetchingFor(
  subject: Subject,
  directories: readonly (string | undefined)[],
  trees: readonly string[] = [],
): Step[] {
  return subject.steps.filter((step) => {
    if (!FETCHING.has(step.program)) return false;
    const paths = effectsOf(step).flatMap((effect) =>
      effect.kind === 'makes' ? effect.paths : [],
    );
    if (isUnpackedFor(step, directories)) return true;
    return (
      paths.length > 0 &&
      paths.every(
        (path) =>
          directories.some((directory) => directory !== undefined && isInside(directory, path)) ||
          (trees.some((tree) => tree !== '/' && isInside(path, tree)) && step.program === 'git') ||
          isUnpacked(subject, step, path),
      )
    );
  });
}

/** `tar xf tool-1.2.tar.gz`, and something is built in `tool-1.2`. */
function isUnpackedFor(step: Step, directories: readonly (string | undefined)[]): boolean {
  if (step.program !== 'tar' && step.program !== 'unzip') return false;
  const archive = step.args.find((arg) => ARCHIVE.test(arg));
  const name = archive?.slice(archive.lastIndexOf('/') + 1).replace(ARCHIVE, '');
  const at = step.args.findIndex((arg) => /^(?:-C|-d|--directory)$/.test(arg));
  const into = at < 0 ? step.directory : pathFrom(step.directory, step.words[at + 2]);
  const made = name === undefined ? undefined : pathFrom(into, name);
  return made !== undefined && directories.some((one) => one !== undefined && isInside(one, made));
}

const isUnpacked = ({ steps }: Subject, step: Step, path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    ARCHIVE.test(name) &&
    steps
      .slice(steps.indexOf(step) + 1)
      .some(
        ({ program, args }) =>
          /^(?:tar|unzip|bsdtar)$/.test(program) && args.some((arg) => arg.endsWith(name)),
      )
  );
};
