import { valueOf } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { baseName } from '../prefix.ts';
import { codeOf, OPEN, placeIn, SYSTEM, writesInCode, type Code } from './code.ts';
import { mountedWrites } from './mounted.ts';
import { buildingAtStart } from './building.ts';
import { startDirectory } from './directories.ts';
import { frameworkWrites } from './frameworks.ts';
import { commandsAtStart, commandsBehind, untoldScript } from './npm-scripts.ts';
import { runnersAtStart } from './python-runners.ts';
import { serverOf, startsServer } from './servers.ts';
import { writesAtStart } from './start-writes.ts';
import type { Image, Writes, Written } from './types.ts';
import { unreadProgram } from './unread.ts';

/** Everything that tells what the container writes. */
export function writesOf(image: Image): Writes & { readonly code: Code } {
  const code = codeOf(image);
  const inCode = writesInCode(image, code);
  const atStart = writesAtStart(image);
  const frameworks = frameworkWrites(image, code);
  const server = startsServer(image) ? serverOf(image) : undefined;
  const commands = commandsAtStart(image);
  // Those of a command are judged with their arguments.
  const others = image.start.programs.filter((one) => !commands.some((two) => two.includes(one)));
  const instead = image.start.others.flatMap(({ main }) => commandsBehind(image, main));
  const building = buildingAtStart([...commands, ...instead, ...others.map((word) => [word])]);
  const unread = unreadProgram(image, code);
  const untold = untoldScript(image, image.start.main);
  const paths = [
    ...declared(image),
    ...(server?.paths ?? []).map((one) => ({ ...one, because: 'the server' })),
    ...inCode.paths,
    ...atStart.paths,
    ...frameworks.paths,
  ];
  const mounted = mountedWrites(image, paths);
  return {
    code,
    paths: covering([...paths, ...mounted.paths]),
    unknown: [
      ...(building === undefined ? [] : [`${building} builds when it starts`]),
      ...(unread === undefined ? [] : [unread]),
      ...(untold === undefined ? [] : [`what ${untold} runs is not known`]),
      ...(frameworks.unknown.length > 0 ? frameworks.unknown : phpServer(image)),
      ...inCode.unknown.map((where) => `where ${where} writes is told only at run time`),
      ...atStart.unknown.map((where) => `where the start writes is not known (${where})`),
      ...mounted.unknown,
    ],
    home: [...frameworks.home, ...inCode.home, ...runnersAtStart(image)],
  };
}

/** VOLUMEs, directories that the file makes and leaves empty, and variables that name them. */
function declared(image: Image): Written[] {
  const found: Written[] = [];
  for (const instruction of image.instructions) {
    if (instruction.keyword === 'VOLUME') {
      for (const { text } of instruction.words) {
        const path = valueOf(instruction.expand(text));
        if (
          path?.startsWith('/') === true &&
          !OPEN.test(normal(path)) &&
          !SYSTEM.test(normal(path))
        ) {
          found.push({ path: normal(path), kind: 'directory', because: 'VOLUME' });
        }
      }
    }
    if (instruction.keyword === 'ENV') found.push(...namedIn(image, instruction.pairs));
  }
  return [...found, ...emptyDirectories(image), ...opened(image)];
}

/** Directories that a `chmod` opens to the group: something is to write there. */
function opened(image: Image): Written[] {
  return image.steps.flatMap((step) =>
    effectsOf(step).flatMap((effect) => {
      if (effect.kind !== 'mode' || !step.args.some((word) => /^-\w*R|^--recursive$/.test(word)))
        return [];
      if (!opensToGroup(effect.mode)) return [];
      return effect.paths
        .filter((path) => !RESERVED.test(path))
        .map((path) => ({
          path,
          kind: 'directory' as const,
          because: `line ${step.run.given.line} opens it`,
        }));
    }),
  );
}

/** Does a mode let the group write, and not everybody? */
const opensToGroup = (mode: string): boolean =>
  /^[0-7]?[0-7][2367][0145]$/.test(mode) || /^u?g(?:\+|=)\w*w/.test(mode);

/** Variables whose names say that somebody writes there. */
const DATA_VARIABLE =
  /(?:^|_)(?:DATA|LOGS?|CACHE|UPLOADS?|STORAGE|STATE|MEDIA|SQLITE)(?:_(?:DIR|DIRECTORY|PATH|FOLDER|ROOT|HOME))?$|(?:^|_)(?:DB|DATABASE|LOG)_(?:PATH|FILE)$/;

function namedIn(image: Image, pairs: Image['instructions'][number]['pairs']): Written[] {
  return pairs.flatMap(({ name }) => {
    if (!DATA_VARIABLE.test(name)) return [];
    const value = valueOf(image.stage.scope.value(Infinity, name));
    if (value === undefined || !/^\.{0,2}\/[\w./-]+$/.test(value)) return [];
    const kind = /\.\w+$/.test(value) ? 'file' : 'directory';
    const place = placeIn({ workdir: startDirectory(image) }, { text: value, exact: true }, kind);
    return place && place !== 'nowhere' ? [{ ...place, because: `ENV ${name}` }] : [];
  });
}

/** Made by mkdir, and nothing is put into them: they are there to be written to. */
function emptyDirectories(image: Image): Written[] {
  const effects = image.steps.flatMap((step) =>
    effectsOf(step).map((effect) => ({ step, effect })),
  );
  const filled = effects.flatMap(({ effect }) => (effect.kind === 'makes' ? effect.paths : []));
  const workdirs = image.instructions.flatMap(({ keyword, state }) =>
    keyword === 'WORKDIR' || keyword === 'COPY' || keyword === 'RUN'
      ? (valueOf(state?.workdir ?? { known: false, because: '' }) ?? [])
      : [],
  );
  const entered = image.steps.flatMap(({ directory }) => directory ?? []);
  const used = [
    ...filled,
    ...entered,
    ...workdirs,
    ...image.instructions.flatMap(destinations),
    valueOf(image.workdir) ?? '/',
  ];
  return effects.flatMap(({ step, effect }) =>
    effect.kind === 'directories'
      ? effect.paths
          .filter((path) => !used.some((one) => one === path || one.startsWith(`${path}/`)))
          .filter((path) => !RESERVED.test(path))
          .map((path) => ({
            path,
            kind: 'directory' as const,
            because: `line ${step.run.given.line} makes it`,
          }))
      : [],
  );
}

const RESERVED =
  /^\/(?:usr|etc|bin|sbin|lib|root|tmp|var\/tmp|var\/lib\/apt|var\/cache\/(?:apt|apk|yum|dnf))(?:\/|$)|\/\.ssh$|\/man\d$/;

function destinations(instruction: Image['instructions'][number]): string[] {
  if (!/^(?:COPY|ADD)$/.test(instruction.keyword)) return [];
  const written = valueOf(instruction.expand(instruction.words.at(-1)?.text ?? ''));
  const workdir = instruction.state && valueOf(instruction.state.workdir);
  if (written === undefined) return [];
  return [normal(written.startsWith('/') ? written : `${workdir ?? ''}/${written}`)];
}

/** Without what lies in a directory that is given anyway. */
function covering(paths: readonly Written[]): Written[] {
  const directories = paths.filter(({ kind }) => kind === 'directory').map(({ path }) => path);
  const unique = new Map(paths.map((one) => [`${one.kind} ${one.path}`, one]));
  return [...unique.values()].filter(
    ({ path }) => !directories.some((directory) => path.startsWith(`${directory}/`)),
  );
}

/** `php FILE start` starts Workerman, and servers that are made like it. */
const phpServer = ({ start: { main } }: Image): string[] =>
  baseName(main[0] ?? '') === 'php' && main.at(-1) === 'start'
    ? ['a server with the command start may keep its number and its log beside its code']
    : [];
