/**
 * Tries `verify` and `fix --verify` against real builders, with rewrites that are wrong on purpose.
 *
 *   npm run test:verify -- [docker] [buildah] [podman]
 *     --network NET    the network of the builds
 *     --base IMAGE     the image that the trial's Dockerfile is on; the default is debian:12-slim
 *
 * A good rewrite must hold. A wrong one among six findings (a missing file, a missing program, a
 * wrong user, a wrong port) must be found, and left out alone. Nothing may be left behind.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defineTransform, fix, type AnyTransform } from '../index.ts';
import type { Check } from '../verify/checks.ts';
import { chooseEngine, ENGINES } from '../verify/choose.ts';
import { keepWhatHolds } from '../verify/culprits.ts';
import type { EngineName } from '../verify/engine.ts';
import { messageOf } from '../verify/errors.ts';
import { networkOf } from '../verify/network.ts';
import { Trials, type Subject } from '../verify/trial.ts';
import { baseline, hold } from '../verify/verification.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { network: { type: 'string' }, base: { type: 'string', default: 'debian:12-slim' } },
});

/** A server in Perl, which every Debian image has: its port, its file and its user matter. */
const DOCKERFILE = `FROM ${values.base}
WORKDIR /app
ENV PORT=8080
COPY server.pl page.txt ./
RUN chmod 0700 server.pl
RUN mkdir -p /data
EXPOSE 8080
USER root
CMD ["perl", "/app/server.pl"]
`;

const SERVER = `use strict; use warnings; use IO::Socket::INET;
open(my $page, '<', '/app/page.txt') or die "page.txt: $!"; my $text = <$page>;
my $server = IO::Socket::INET->new(LocalPort => $ENV{PORT}, Listen => 5, Reuse => 1) or die $!;
while (my $client = $server->accept()) {
  while (defined(my $line = <$client>)) { last if $line =~ /^\\r?$/ }
  print $client "HTTP/1.0 200 OK\\r\\nContent-Type: text/plain\\r\\n\\r\\n$text"; close($client);
}
`;

/** Replaces one instruction's text. */
const rewording = (id: string, from: string, to: string): AnyTransform =>
  defineTransform({
    id,
    summary: 'Replace a text',
    why: '',
    safety: '',
    since: '0.1.0',
    emits: ['suggested'],
    options: {},
    reasons: {},
    sources: [],
    ignoredBy: {},
    *run({ doc }) {
      const instruction = doc.instructions.find(({ start, end }) =>
        doc.text.slice(start, end).startsWith(from),
      );
      if (!instruction || doc.text.startsWith(to, instruction.start)) return;
      const at = { start: instruction.start, end: instruction.start + from.length };
      const by = doc.text.slice(instruction.start, instruction.end).replace(from, to).trimEnd();
      yield {
        at,
        message: `${from} becomes ${to}`,
        applicability: 'suggested',
        edits: [{ ...at, text: to }],
        changes: [{ kind: 'replaced', instruction, by }],
      };
    },
  });

const GOOD = [
  rewording('good-workdir', 'WORKDIR /app', 'WORKDIR /app/'),
  rewording('good-mode', 'RUN chmod 0700', 'RUN chmod 0755'),
  rewording('good-data', 'RUN mkdir -p /data', 'RUN mkdir -p /data /more'),
  rewording('good-expose', 'EXPOSE 8080', 'EXPOSE 8080/tcp'),
];

const WRONG: Readonly<Record<string, AnyTransform>> = {
  'a missing file': rewording('wrong-file', 'COPY server.pl page.txt', 'COPY ./server.pl'),
  'a missing program': rewording('wrong-program', 'CMD ["perl"', 'CMD ["perl6"'),
  'a wrong user': rewording('wrong-user', 'USER root', 'USER nobody:nogroup-at-all'),
  'a wrong port': rewording('wrong-port', 'ENV PORT=8080', 'ENV PORT=8081'),
};

const CHECKS: readonly Check[] = [
  {
    line: 'http',
    kind: 'http',
    port: 8080,
    paths: ['/'],
    env: [],
    mounts: [],
    readOnly: false,
    writes: [],
  },
];

let passed = 0;
let failed = 0;

function tell(what: string, problem: string | undefined): void {
  if (problem === undefined) passed++;
  else failed++;
  console.log(`${what}: ${problem ?? 'ok'}`);
}

async function tryWith(name: EngineName): Promise<void> {
  const limits = { buildSeconds: 300, runSeconds: 8, signal: new AbortController().signal };
  const { engine, version } = await chooseEngine(name, limits);
  const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-trial-'));
  try {
    for (const [file, text] of Object.entries({ 'server.pl': SERVER, 'page.txt': 'hello' })) {
      writeFileSync(path.join(folder, file), text);
    }
    const work = mkdtempSync(path.join(folder, 'work-'));
    writeFileSync(path.join(folder, '.dockerignore'), 'work-*\n');
    writeFileSync(path.join(folder, 'Dockerfile'), DOCKERFILE);
    const trials = new Trials(engine, version, networkOf(engine), work);
    const subject: Subject = {
      file: path.join(folder, 'Dockerfile'),
      context: folder,
      flags: values.network === undefined ? [] : ['--network', values.network],
      noCache: false,
      noFrontend: true,
      checks: CHECKS,
    };
    const before = await baseline(DOCKERFILE, subject, trials);
    const attempt = async ({ output }: { output: string }): Promise<string | undefined> => {
      const texts = { before: DOCKERFILE, after: output };
      return (await hold(texts, ['suggested'], before, subject, trials)).problems[0];
    };
    const good = await keepWhatHolds(
      (leaveOut) => fix(DOCKERFILE, { transforms: GOOD, leaveOut }),
      attempt,
    );
    const isDone = good.result.findings.filter(({ applied }) => applied).length === GOOD.length;
    tell(`${name}: a good rewrite`, isDone ? undefined : (good.dropped[0]?.because ?? 'not done'));
    for (const [what, wrong] of Object.entries(WRONG)) {
      const transforms = [...GOOD.slice(0, 2), wrong, ...GOOD.slice(2)];
      const { dropped } = await keepWhatHolds(
        (leaveOut) => fix(DOCKERFILE, { transforms, leaveOut }),
        attempt,
      );
      const found = dropped.map(({ transform }) => transform).join(', ');
      tell(`${name}: ${what}`, found === wrong.id ? undefined : `left out: ${found || 'nothing'}`);
      if (found === wrong.id) console.log(`    ${dropped[0]!.because.split('\n')[0]}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await engine.cleanUp(false);
  }
}

for (const name of ENGINES.filter((engine) => positionals.includes(engine))) {
  try {
    await tryWith(name);
  } catch (error) {
    tell(name, messageOf(error));
  }
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;
