import {
  defineTransform,
  type Context,
  type Document,
  type Finding,
  type Refusal,
} from '../src/kit.ts';
import { accountOf } from './shared/non-root/account.ts';
import { isImage, readImage } from './shared/non-root/image.ts';
import { commentObstacle, startObstacle } from './shared/non-root/needs-root.ts';
import { giftsOf, type Gift } from './shared/non-root/placing.ts';
import { lowPort } from './shared/non-root/ports.ts';
import { privateFile, reachObstacle } from './shared/non-root/reach.ts';
import type { Account, Image, Obstacle } from './shared/non-root/types.ts';
import { earlyPlace, rewriteOf } from './shared/non-root/write.ts';
import { writesOf } from './shared/non-root/writes.ts';

export default defineTransform({
  id: 'non-root-user',
  summary: 'Run as a user that exists, and not as root',
  why: 'Whoever takes over a process that runs as root owns all files of its container, and is root on the host where the container gets out of its bounds. An application that listens on a port over 1023 and writes to a few directories needs none of that. Kubernetes refuses such images where runAsNonRoot is set.',
  safety:
    'Suggested where the start, the scripts and the code of the application were read and tell every place that they write to. Unsafe where something was not read, or writes to a place that is worked out at run time, or where it opens a port under 1024; the message says which. Refused where the start needs root.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {
    user: {
      type: 'choice',
      choices: ['name', 'number'],
      default: 'name',
      describe:
        'How USER is written: by name, or by UID alone, which the runAsNonRoot of Kubernetes can check',
    },
  },
  reasons: {
    'unknown-base': 'what the base image holds is not known',
    'unknown-user': 'as whom it runs is not known',
    onbuild: 'builds on top of it may need root',
    development: 'people work in it: the stage is named for that',
    'no-start': 'what runs in it is chosen by whoever starts it',
    start: 'what the container starts is not known',
    drops: 'it starts as root and changes to a user of its own',
    'needs-root': 'what it starts needs root',
    'start-root': 'its start does what only root may do',
    installs: 'it installs packages when it starts',
    comment: 'a comment says that it needs root',
    'root-home': 'it uses files in the home of root, which is closed to others',
    closed: 'a step closes files to everybody but their owner',
    'no-shell': 'the final stage has no shell to make the directories with that it writes to',
  },
  sources: [
    {
      title: 'Building best practices: USER',
      url: 'https://docs.docker.com/build/building/best-practices/#user',
      date: '2026-11-25',
    },
    {
      title: 'Dockerfile reference: USER',
      url: 'https://docs.docker.com/reference/dockerfile/#user',
      date: '2026-11-25',
    },
    {
      title: 'Kubernetes: runAsNonRoot',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
      date: '2026-11-25',
    },
  ],
  ignoredBy: { hadolint: ['DL3002'] },

  *run({ doc, context, options, allows }) {
    const stage = doc.stages.at(-1)!;
    if (!allows(stage.from)) return;
    const result = nonRoot(doc, context, options.user === 'number');
    if (result) yield result;
  },
});

function nonRoot(
  doc: Document,
  context: Context,
  byNumber: boolean,
): Finding | Refusal | undefined {
  const image = readImage(doc, context);
  if (!image) return undefined;
  const obstacle = isImage(image)
    ? (startObstacle(image) ?? commentObstacle(image) ?? reachObstacle(image))
    : image;
  if (!isImage(image) || obstacle) return refusal(doc, obstacle!);
  return findingOf(image, byNumber);
}

function refusal(doc: Document, { reason, detail }: Obstacle): Refusal {
  const at = doc.stages.at(-1)!.from;
  return {
    at,
    message: 'run as a user other than root',
    reason,
    ...(detail === undefined || detail === '' ? {} : { detail }),
  };
}

function findingOf(image: Image, byNumber: boolean): Finding | Refusal {
  const { doc, stage } = image;
  const writes = writesOf(image);
  const account = accountOf(image, writes.home.length > 0, byNumber);
  const early = earlyPlace(image, account);
  const gifts = giftsOf(image, account, writes.paths, writes.code, early);
  const rewrite = rewriteOf(image, account, gifts, early);
  if ('reason' in rewrite) return refusal(doc, rewrite);
  const port = lowPort(image, writes.code.texts);
  const closed = privateFile(image);
  const open = [
    ...(closed === undefined ? [] : [`${closed} of the context may be read by its owner only`]),
    ...(port === undefined
      ? []
      : [`${port}: where ports under 1024 are kept for root, it cannot open it`]),
    ...new Set(writes.unknown),
  ];
  return {
    at: stage.from,
    message: messageOf(account, gifts, open),
    applicability: open.length > 0 ? 'unsafe' : 'suggested',
    ...rewrite,
    basis: [{ start: stage.from.start, end: doc.text.length }],
  };
}

const ORIGINS: Readonly<Record<Account['origin'], string>> = {
  image: 'whom the base image has for this',
  file: 'whom the file makes',
  made: 'a new user without password and login',
  numbers: 'which needs no passwd file',
};

function messageOf(account: Account, gifts: readonly Gift[], open: readonly string[]): string {
  const { user, uid, origin } = account;
  const number = uid === undefined || /^\d/.test(user) ? '' : ` (${uid})`;
  const own = gifts.map(({ path }) => path);
  const owns = own.length > 0 ? `; it gets ${some(own)}` : '';
  const unsafe = open.length > 0 ? `; not established: ${some(open)}` : '';
  return `run as ${user}${number}, ${ORIGINS[origin]}, and not as root${owns}${unsafe}`;
}

/** Some of them, and how many more. */
function some(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).join(', ');
  return texts.length > 3 ? `${shown} and ${texts.length - 3} more` : shown;
}
