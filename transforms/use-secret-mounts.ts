import {
  defineTransform,
  type Context,
  type Document,
  type Instruction,
  type Refusal,
  type Result,
} from '../src/kit.ts';
import { readArgument, secretNames, type SecretArgument } from './shared/secrets/arguments.ts';
import { credentialFile } from './shared/secrets/files.ts';
import { mountInstead } from './shared/secrets/mounting.ts';
import { isHarmless, isSecretName } from './shared/secrets/names.ts';
import { credentialIn } from './shared/secrets/shapes.ts';

export default defineTransform({
  id: 'use-secret-mounts',
  summary: 'Give credentials to the RUN that needs them as secrets',
  why: 'The value of a build argument is in the history of the image, that of ENV in its configuration, and a file that is copied in a layer, whatever removes it later: all who have the image have the credential. A secret mount is there while one RUN lasts, and in no layer, history or cache.',
  safety:
    'Unsafe, as those who build must pass the credential with --secret and not with --build-arg any more; the message names the flag. All else that looks like a credential is reported and left as it stands. No message shows a value.',
  since: '0.1.0',
  emits: ['unsafe'],
  options: {},
  reasons: {
    image: 'a container may read it when it runs, so it has to be passed with the container',
    elsewhere: 'an instruction that gets no secrets needs it',
    readers: 'no command in the file is seen to read it',
    unread: 'a RUN that names it is not understood',
    kept: 'a command writes it to a file that stays in the layer',
    onbuild: 'an ONBUILD asks for it in the builds of other files',
    frontend: 'the frontend that the file names is too old to give secrets as variables',
    comment: 'a comment inside of an instruction, or the form of a command, stands in the way',
    written:
      'it stands in the file, and in all that was built from it: only its owner can replace it',
    file: 'who reads the file, and where it has to lie, is not known',
  },
  sources: [
    {
      title: 'Docker: build secrets',
      url: 'https://docs.docker.com/build/building/secrets/',
      date: '2026-11-26',
    },
    {
      title: 'Dockerfile reference: RUN --mount=type=secret',
      url: 'https://docs.docker.com/reference/dockerfile/#run---mounttypesecret',
      date: '2026-11-26',
    },
    {
      title: 'Docker build checks: SecretsUsedInArgOrEnv',
      url: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
      date: '2026-11-26',
    },
    {
      title: 'git: url.<base>.insteadOf',
      url: 'https://git-scm.com/docs/git-config#Documentation/git-config.txt-urlltbasegtinsteadOf',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {
    check: ['SecretsUsedInArgOrEnv'],
    tally: [
      'tally/secrets-in-code',
      'tally/require-secret-mounts',
      'tally/ruby/secrets-in-arg-or-env',
      'tally/ruby/prefer-secret-mounts-for-build-credentials',
    ],
  },

  *run({ doc, context, allows, lineOf }) {
    const mounted = new Set<Instruction>();
    for (const name of secretNames(doc)) {
      const first = doc.only('ARG').find(({ pairs }) => pairs.some((pair) => pair.name === name))!;
      if (!allows(first)) continue;
      const message = `mount ${name} as a secret: what --build-arg passes is in the history of the image`;
      const secret = readArgument({ doc, context, lineOf }, name);
      if ('reason' in secret) yield { at: first, message, ...secret };
      else {
        yield mount(doc, secret, first, message);
        for (const instruction of secret.exported) mounted.add(instruction);
      }
    }
    for (const instruction of doc.instructions) {
      if (!allows(instruction) || mounted.has(instruction)) continue;
      yield* reports(doc, context, instruction);
    }
  },
});

function mount(doc: Document, secret: SecretArgument, at: Instruction, message: string): Result {
  const named = frontendWithout(doc);
  if (named !== undefined) return { at, message, reason: 'frontend', detail: named };
  const written = mountInstead(doc, secret);
  if (!written) return { at, message, reason: 'comment' };
  const { name } = secret;
  return {
    at,
    message:
      `${message}; not established: that builds pass it with --secret id=${name} from now on` +
      (secret.uses.some(({ kept }) => kept.some(({ kind }) => kind === 'clone'))
        ? ', that nothing fetches into the clone later'
        : '') +
      (secret.written ? ', and that the value in the file is replaced where it came from' : ''),
    applicability: 'unsafe',
    ...written,
  };
}

/**
 * Secrets in variables (`env=`) are in docker/dockerfile since 1.10, which BuildKit 0.16 has built
 * in. https://docs.docker.com/reference/dockerfile/#run---mounttypesecret, read 2026-11-26.
 */
function frontendWithout(doc: Document): string | undefined {
  const named = doc.directives.find(({ name }) => name.toLowerCase() === 'syntax')?.value;
  if (named === undefined) return undefined;
  const match = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::([^@]+))?(?:@.*)?$/.exec(
    named,
  );
  if (!match) return named;
  return /^1\.\d(?:\D|$)|^experimental$/.test(match[1] ?? 'latest') ? named : undefined;
}

/** What only its owner can mend. */
function* reports(doc: Document, context: Context, outer: Instruction): Generator<Refusal> {
  const instruction = outer.trigger ?? outer;
  const { keyword } = instruction;
  const at = outer;
  const text =
    instruction.args.text +
    instruction.heredocs.map(({ body }) => doc.text.slice(body.start, body.end)).join('\n');
  const what = credentialIn(text);
  if (what !== undefined) {
    yield { at, message: `take ${what} out of the file`, reason: 'written' };
    return;
  }
  if (keyword === 'ENV') yield* ofVariables(instruction, outer);
  if (keyword === 'COPY' || keyword === 'ADD') {
    const file = credentialFile(instruction, context);
    if (!file) return;
    yield {
      at,
      message: `mount ${file.path} as a secret: it holds ${file.what}, and a layer keeps it`,
      reason: 'file',
    };
  }
}

function* ofVariables(env: Instruction, at: Instruction): Generator<Refusal> {
  for (const { name, value } of env.pairs) {
    if (!isSecretName(name) || isHarmless(value)) continue;
    const bare = value!.replace(/^(["'])(.*)\1$/s, '$2');
    const variable = /^\$\{?(\w+)/.exec(bare)?.[1];
    const argument = variable === undefined ? undefined : env.stage?.scope.at(env.index, variable);
    // It stands for nothing that the file or its build gives.
    if (variable !== undefined && !argument) continue;
    yield {
      at,
      message: `keep ${name} out of the configuration of the image, where all who have it can read it`,
      reason: 'image',
    };
  }
}
