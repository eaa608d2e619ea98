import {
  defineTransform,
  valueOf,
  type Document,
  type Finding,
  type Instruction,
  type Stage,
} from '../src/kit.ts';
import { attachedComments } from './shared/editing.ts';
import { heldBy, type Held } from './shared/health/image.ts';
import { probeOf } from './shared/health/probe.ts';
import { serverOf, type Server } from './shared/health/server.ts';

export default defineTransform({
  id: 'add-healthcheck',
  summary: 'Check the health of a server with a program that its image has',
  why: 'Without a HEALTHCHECK Docker knows only whether the process is there, and not whether it answers. Compose and Swarm wait for it, or start the container anew.',
  safety:
    'Suggested where a server of HTTP starts on the one port of EXPOSE, and answers the path of the option, or is known to have a page at /. Unsafe where one of these is not known: a check that fails makes a working container unhealthy.',
  since: '0.1.0',
  optIn:
    'what tells that an application is well is for its author to say, and Kubernetes does not read it',
  last: true,
  emits: ['suggested', 'unsafe'],
  options: {
    path: {
      type: 'text',
      default: '/',
      describe: 'The path that answers with success when the application is well',
    },
    port: {
      type: 'text',
      default: '',
      describe: 'The port that it listens on; else that of EXPOSE',
    },
  },
  reasons: {
    port: 'which port it listens on is not known',
    path: 'the path is not one of an address',
    program: 'no program is known to be in the image that could ask',
    other: 'it serves something else than HTTP',
  },
  sources: [
    {
      title: 'Dockerfile reference: HEALTHCHECK',
      url: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
      date: '2026-11-26',
    },
    {
      title: 'BusyBox: wget',
      url: 'https://git.busybox.net/busybox/tree/networking/wget.c',
      date: '2026-11-26',
    },
  ],
  ignoredBy: { hadolint: ['DL3057'], tally: ['DL3057'] },

  *run({ doc, context, options, allows }) {
    const stage = doc.stages.at(-1)!;
    const held = heldBy(stage, context);
    const before = startingIn(stage);
    if (!held || isChecked(stage) || !allows(before ?? stage.from)) return;
    const result = resultOf(held, serverOf(held, context), options);
    if (!result) return;
    const at = before ?? stage.from;
    const message = 'nothing checks whether it answers';
    if ('reason' in result) yield { at, message, ...result };
    else {
      const { words, port, open } = result;
      const assumed = open.length > 0 ? `; it assumes that ${open.join(', and that ')}` : '';
      yield {
        at,
        message: `${message}: ${words[0]!} can ask on port ${port}${assumed}`,
        applicability: open.length > 0 ? 'unsafe' : 'suggested',
        ...insert(doc, stage, before, words),
        basis: stage.lineage.flatMap((one) => [one.from, ...one.instructions]),
      };
    }
  },
});

type Check =
  | { readonly words: readonly string[]; readonly port: string; readonly open: readonly string[] }
  | { readonly reason: string; readonly detail?: string };

/** The check, or why there is none; undefined where nothing tells that it is a server at all. */
function resultOf(
  held: Held,
  server: Server,
  options: { readonly path: string; readonly port: string },
): Check | undefined {
  if (server.http === false) return { reason: 'other' };
  const exposed = exposedBy(held.stage);
  if (options.port === '' && exposed.size === 0 && server.http === undefined) return undefined;
  const only = exposed.size === 1 ? [...exposed][0] : undefined;
  const port = options.port === '' ? only : options.port;
  if (port === undefined) return { reason: 'port' };
  if (!/^\d{1,5}$/.test(port)) return { reason: 'port', detail: port };
  if (!/^\/[\w\-.~/?=&%+:@,]*$/.test(options.path)) return { reason: 'path', detail: options.path };
  const words = probeOf(held, `http://127.0.0.1:${port}${options.path}`);
  if (!words) return { reason: 'program' };
  const open = [
    ...(server.http ? [] : [`it answers HTTP on port ${port}`]),
    ...(server.root === port || options.path !== '/' ? [] : ['/ answers with success']),
  ];
  return { words, port, open };
}

/** HEALTHCHECK NONE is a decision too. */
const isChecked = (stage: Stage): boolean =>
  stage.lineage.some((one) => one.instructions.some(({ keyword }) => keyword === 'HEALTHCHECK'));

/** Where the commands that start the container begin. */
function startingIn(stage: Stage): Instruction | undefined {
  const last = (wanted: string): Instruction | undefined =>
    stage.instructions.findLast(({ keyword }) => keyword === wanted);
  const [entrypoint, cmd] = [last('ENTRYPOINT'), last('CMD')];
  if (!entrypoint || !cmd) return entrypoint ?? cmd;
  return entrypoint.index < cmd.index ? entrypoint : cmd;
}

/** The TCP ports that are exposed; undefined in it: one that is not known. */
function exposedBy(stage: Stage): ReadonlySet<string | undefined> {
  const ports = new Set<string | undefined>();
  for (const instruction of stage.lineage.flatMap((one) => one.instructions)) {
    if (instruction.keyword !== 'EXPOSE') continue;
    for (const { text } of instruction.words) {
      const port = valueOf(instruction.expand(text));
      if (port === undefined || !/\/(?:udp|sctp)$/i.test(port))
        ports.add(port?.replace(/\/tcp$/i, ''));
    }
  }
  return ports;
}

function insert(
  doc: Document,
  stage: Stage,
  before: Instruction | undefined,
  words: readonly string[],
): Pick<Finding, 'edits' | 'changes'> {
  const { eol, text } = doc;
  const { start: from, end: to } = stage.from.keywordSpan;
  const isLower = text.slice(from, to) === 'from';
  const line = `HEALTHCHECK --timeout=5s --start-period=30s CMD ${JSON.stringify(words).replaceAll('","', '", "')}`;
  const written = isLower
    ? line.replace('HEALTHCHECK', 'healthcheck').replace(' CMD ', ' cmd ')
    : line;
  const changes = [{ kind: 'inserted' as const, before, texts: [written] }];
  if (!before) {
    const at = text.length;
    const glue = text.endsWith('\n') ? '' : eol;
    return {
      edits: [{ start: at, end: at, text: `${glue}${written}${glue === '' ? eol : ''}` }],
      changes,
    };
  }
  let start = text.lastIndexOf('\n', before.start - 1) + 1;
  const [comment] = attachedComments(doc, start);
  if (comment) start = text.lastIndexOf('\n', comment.start - 1) + 1;
  return { edits: [{ start, end: start, text: written + eol }], changes };
}
