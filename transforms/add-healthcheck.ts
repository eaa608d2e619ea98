import {
  defineTransform,
  valueOf,
  type Document,
  type Finding,
  type Instruction,
  type Stage,
} from '../src/kit.ts';
import { attachedComments } from './shared/editing.ts';
import { heldBy } from './shared/health/image.ts';
import { probeOf } from './shared/health/probe.ts';
import { serverOf } from './shared/health/server.ts';

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
    const at = before ?? stage.from;
    const message = 'nothing checks whether it answers';
    const server = serverOf(held, context);
    if (server.http === false) {
      yield { at, message, reason: 'other' };
      return;
    }
    const exposed = exposedBy(stage);
    // Nothing tells that it is a server at all.
    if (options.port === '' && exposed.size === 0 && server.http === undefined) return;
    const port =
      options.port !== '' ? options.port : exposed.size === 1 ? [...exposed][0] : undefined;
    if (port === undefined || !/^\d{1,5}$/.test(port)) {
      yield { at, message, reason: 'port', ...(port === undefined ? {} : { detail: port }) };
      return;
    }
    if (!/^\/[\w\-.~/?=&%+:@,]*$/.test(options.path)) {
      yield { at, message, reason: 'path', detail: options.path };
      return;
    }
    const words = probeOf(held, `http://127.0.0.1:${port}${options.path}`);
    if (!words) {
      yield { at, message, reason: 'program' };
      return;
    }
    const open = [
      ...(server.http ? [] : [`it answers HTTP on port ${port}`]),
      ...(server.root || options.path !== '/' ? [] : ['/ answers with success']),
    ];
    const assumed = open.length > 0 ? `; it assumes that ${open.join(', and that ')}` : '';
    yield {
      at,
      message: `${message}: ${words[0]!} can ask on port ${port}${assumed}`,
      applicability: open.length > 0 ? 'unsafe' : 'suggested',
      ...insert(doc, stage, before, words),
      basis: stage.lineage.flatMap((one) => [one.from, ...one.instructions]),
    };
  },
});

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
