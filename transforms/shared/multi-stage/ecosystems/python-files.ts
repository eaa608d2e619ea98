import { valueOf } from '../../../../src/kit.ts';
import { isInside } from '../aftermath.ts';
import { filesBelow, type Brought } from '../brought.ts';
import { baseName } from '../../prefix.ts';
import { normal } from '../../copied.ts';
import { effectsOf } from '../effects.ts';
import { isNeverRead } from '../sources.ts';
import { pathFrom } from '../steps.ts';
import type { NoPlan, Shipment, Step, Subject } from '../types.ts';
import type { Deed } from './python-deeds.ts';

/** Read by the installation, and by nothing that runs unless it says so. */
const MANIFEST =
  /^(?:[\w.-]*requirements?[\w.-]*\.(?:txt|in)|reqs?\.txt|constraints?\.txt|Pipfile(?:\.lock)?|poetry\.(?:lock|toml)|uv\.lock|pdm\.lock|pyproject\.toml|setup\.(?:py|cfg)|MANIFEST\.in|\.python-version|get-pip\.py|pip\.conf|.*\.whl)$/;

/** The application as it stands when the build is over: all that COPY and ADD brought. */
export function applicationShips(
  subject: Subject,
  deeds: ReadonlyMap<Step, Deed>,
  texts: ReadonlyMap<string, string> | undefined,
): readonly Shipment[] | NoPlan {
  const ships: Shipment[] = [];
  const isMentioned = (name: string): boolean =>
    [...(texts ?? [])].some(
      ([source, text]) => !MANIFEST.test(baseName(source)) && text.includes(name),
    );
  const removed = removals(subject);
  for (const one of subject.brought) {
    const found = shipsOf(subject, one, isMentioned);
    if ('reason' in found) return found;
    ships.push(
      ...found.filter(
        ({ from }) =>
          !removed.some(({ path, after }) => after > one.copy.index && isInside(from, path)),
      ),
    );
  }
  for (const [step, deed] of deeds) {
    if (deed.kind !== 'writes') continue;
    const paths = writtenBy(step, deed.path, texts);
    if (paths === undefined || paths.includes('/')) {
      return { reason: 'output', detail: `where line ${step.run.given.line} writes files` };
    }
    ships.push(...paths.map((from) => ({ from, made: true })));
  }
  return ships;
}

function shipsOf(
  subject: Subject,
  one: Brought,
  isMentioned: (name: string) => boolean,
): readonly Shipment[] | NoPlan {
  const { copy, source, path, kind } = one;
  if (source === undefined) return foreignShips(subject, one);
  if (path === undefined)
    return { reason: 'context', detail: `where line ${copy.given.line} copies to is not known` };
  const name = baseName(kind === 'directory' ? '' : source);
  if (MANIFEST.test(name) && !isMentioned(name)) return [];
  if (kind === 'directory' && isWarehouse(subject, source)) return [];
  if (/^\/(?:tmp|var\/tmp)\//.test(path) && !isInside(valueOf(subject.workdir) ?? '', path))
    return [];
  if (path !== '/') return [{ from: path, made: false, file: kind === 'file' }];
  const names = valueOf(subject.context.list(source));
  if (names === undefined) {
    const last = subject.stage.instructions.findLast(({ keyword }) => keyword === 'RUN');
    return last && last.index > copy.index
      ? { reason: 'context', detail: `line ${copy.given.line} copies to the root of the image` }
      : [];
  }
  return names
    .filter((each) => !isNeverRead(each) && !MANIFEST.test(each))
    .map((each) => ({ from: `/${each}`, made: false }));
}

/** A directory of packages to install from. */
function isWarehouse({ context }: Subject, source: string): boolean {
  const below = source === '' ? undefined : valueOf(filesBelow(context, source));
  return (
    below !== undefined &&
    below.length > 0 &&
    below.every((name) => /\.(?:whl|tar\.gz|egg)$/.test(name))
  );
}

/** What comes from another stage or image, from a URL, or out of a heredoc. */
function foreignShips(subject: Subject, { copy, path }: Brought): readonly Shipment[] | NoPlan {
  const words = copy.words.map(({ text }) => valueOf(copy.expand(text)));
  const sources = words.slice(0, -1);
  const target = words.at(-1);
  // uv, poetry: they install, and nothing else.
  if (
    sources.length > 0 &&
    sources.every((text) => /(?:^|\/)(?:uvx?|poetry|pipenv)$/.test(text ?? ''))
  )
    return [];
  if (path === undefined || target === undefined) {
    return { reason: 'context', detail: `what line ${copy.given.line} copies is not known` };
  }
  const into = target.endsWith('/') || target === '.' || sources.length > 1;
  const files = sources.every(
    (text) => text !== undefined && !/[*?]/.test(text) && !text.endsWith('/'),
  );
  if (!into || (path !== '/' && !isSystem(path))) return [{ from: path, made: false }];
  if (!files)
    return {
      reason: 'context',
      detail: `what line ${copy.given.line} copies to ${path} is not known`,
    };
  return sources.map((text) => ({ from: normal(`${path}/${baseName(text!)}`), made: false }));
}

const isSystem = (path: string): boolean =>
  /^\/(?:bin|sbin|lib|etc|root|opt|home|srv|var|usr(?:\/(?:local(?:\/(?:s?bin|lib|share))?|s?bin|lib|share))?)$/.test(
    path,
  );

/** Paths that are gone when the build is over, and behind which instruction. */
function removals(subject: Subject): { path: string; after: number }[] {
  return subject.steps.flatMap((step) => {
    const moved =
      step.program === 'mv'
        ? step.args
            .slice(0, -1)
            .filter((arg) => !arg.startsWith('-'))
            .flatMap((arg) => pathFrom(step.directory, arg) ?? [])
        : [];
    const gone = effectsOf(step).flatMap((effect) =>
      effect.kind === 'removes' ? effect.paths : [],
    );
    return [...moved, ...gone].map((path) => ({ path, after: step.run.index }));
  });
}

/** Where a step writes; collectstatic, to the STATIC_ROOT of the settings. */
function writtenBy(
  step: Step,
  path: string,
  texts: ReadonlyMap<string, string> | undefined,
): string[] | undefined {
  if (!step.args.includes('collectstatic')) return [path];
  const roots = [...(texts ?? [])].flatMap(([source, text]) =>
    source.endsWith('.py')
      ? [...text.matchAll(/^\s*STATIC_ROOT\s*=\s*(.+)$/gm)].map(([, value]) => value!)
      : [],
  );
  if (roots.length === 0) return undefined;
  const paths = roots.map((value) => {
    const literal = /^["']([^"']+)["']/.exec(value)?.[1];
    if (literal?.startsWith('/')) return literal;
    // Relative to the working directory, or to the project by the usual names.
    if (
      literal !== undefined ||
      /\b(?:BASE_DIR|PROJECT_ROOT|PROJECT_DIR|ROOT_DIR|BASE_PATH|SITE_ROOT)\b/.test(value)
    )
      return path;
    return undefined;
  });
  return paths.includes(undefined) ? undefined : [...new Set(paths as string[])];
}
