import { isIdle } from '../idle.ts';
import { valueOf } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import {
  isCode,
  isTest as isNodeTest,
  readSources,
} from '../multi-stage/ecosystems/node-sources.ts';
import { manifestsOf } from '../multi-stage/ecosystems/package-json.ts';
import { needsOf } from '../multi-stage/ecosystems/python-code.ts';
import { filesOf, textsOf } from '../multi-stage/sources.ts';
import type { Step, Subject } from '../multi-stage/types.ts';
import { Installed, isLost } from './lacking.ts';
import { Judgement } from './judgement.ts';
import { judgePackages } from './packages.ts';
import { judgeSources } from './sources.ts';
import type { Variant } from './variants.ts';

/** Holds what a stage does, installs and starts against the smaller variant of its base image. */
export function judge(subject: Subject, variant: Variant): Judgement {
  const judgement = new Judgement();
  const installed = new Installed(subject);
  const calls = (program: string, where: string, reason = 'program'): void => {
    if (isLost(program, variant, subject) && !installed.has(program)) {
      judgement.refuse(reason, `${where} ${baseName(program)}`);
    }
  };
  for (const step of subject.steps) {
    calls(step.program, `line ${step.run.given.line} calls`);
    judgeStep(subject, variant, step, judgement);
  }
  if (variant.lacks === 'documents') judgeDocuments(subject, judgement);
  else {
    judgePackages(subject, variant, installed, judgement);
    if (variant.lacks !== 'jdk') judgeSources(subject, installed, judgement);
  }
  const { start } = subject;
  for (const program of start.programs) calls(program, 'the container starts', 'start');
  for (const program of start.health?.programs ?? []) {
    calls(program, 'its HEALTHCHECK calls', 'start');
  }
  for (const { programs, text } of start.others) {
    for (const program of programs) calls(program, `${text} calls`, 'start');
  }
  if (variant.lacks === 'documents') return judgement;
  judgeCertificates(subject, variant, installed, judgement);
  judgeStart(subject, variant, judgement);
  judgeCopies(subject, variant, judgement);
  if (variant.lacks === 'tools' || variant.lacks === 'glibc')
    judgeCode(subject, variant, calls, judgement);
  return judgement;
}

/** Programs of the language, and what only works on what it is given. */
const OF_LANGUAGE =
  /^(?:python[\d.]*|pip[\d.]*|node|npm|npx|yarn|pnpm|pnpx|corepack|ruby|gem|bundle|bundler|java|keytool|uv|poetry|pipenv|virtualenv|venv|django-admin|flask|rake)$/;

const OF_DEBIAN =
  /^(?:apt|apt-get|apt-mark|apt-cache|apt-key|add-apt-repository|dpkg|dpkg-reconfigure|useradd|groupadd|usermod|groupmod|adduser|addgroup|deluser|userdel|update-alternatives|update-ca-certificates|locale-gen|ldconfig|debconf-set-selections|chpasswd|passwd|bash|service)$/;

function judgeStep(subject: Subject, variant: Variant, step: Step, judgement: Judgement): void {
  const { program, run } = step;
  if (
    variant.lacks === 'glibc' &&
    (OF_DEBIAN.test(program) || step.script?.dialect.name === 'bash')
  ) {
    judgement.refuse('musl', `line ${run.given.line} calls ${program}`);
    return;
  }
  if (variant.lacks === 'documents') return;
  if (OF_LANGUAGE.test(program) || OF_DEBIAN.test(program)) return;
  if (effectsOf(step).every(({ kind }) => kind !== 'unknown')) return;
  if (/^(?:tar|gzip|gunzip|tee|xargs|cp|mv|rm|ln|sed|sort|base64|update-rc\.d|awk)$/.test(program))
    return;
  if (isLost(program, variant, subject)) return;
  judgement.assume(
    `what ${program} in line ${run.given.line} runs needs nothing of the full image`,
  );
}

/**
 * Their scripts link manual pages, for which slim images of Debian 11 and older have no directory.
 * https://github.com/debuerreotype/debuerreotype/issues/10, read 2026-11-26.
 */
const LINKS_PAGES = /^postgresql|\bj(?:re|dk)\d*\b|java/;

function judgeDocuments(subject: Subject, judgement: Judgement): void {
  const isOld = !/^(?:bookworm|trixie)$/.test(subject.base.release ?? '');
  for (const step of subject.steps) {
    for (const effect of effectsOf(step)) {
      const names = effect.kind === 'packages' ? (effect.names ?? []) : [];
      for (const name of names) {
        if (isOld && LINKS_PAGES.test(name)) {
          judgement.refuse(
            'documents',
            `${name} in line ${step.run.given.line} links manual pages`,
          );
        }
        if (/^(?:man-db|manpages)/.test(name)) {
          judgement.refuse('documents', `line ${step.run.given.line} installs ${name}`);
        }
      }
    }
    if (
      [...step.words].some((word) => /\/usr\/share\/(?:doc|man|locale|info)\b/.test(word ?? ''))
    ) {
      judgement.refuse('documents', `line ${step.run.given.line} works on them`);
    }
  }
}

/** Fetches over https with the certificates of the distribution. */
const FETCHES = /^(?:curl|wget|git)$/;

function judgeCertificates(
  { steps, base, ref }: Subject,
  { image, lacks }: Variant,
  installed: Installed,
  judgement: Judgement,
): void {
  if (lacks !== 'tools' || image.caCertificates || installed.certificates) return;
  const step = steps.find(({ program }) => FETCHES.test(program) && installed.has(program));
  if (!step || base.repository !== ref.repository) return;
  judgement.refuse(
    'program',
    `line ${step.run.given.line} needs the certificates, ca-certificates`,
  );
}

function judgeStart({ start }: Subject, { lacks }: Variant, judgement: Judgement): void {
  if (!start.entrypoint && !start.cmd) {
    judgement.assume('whatever it is started with needs nothing of the full image');
    return;
  }
  if (isIdle(start.main)) judgement.assume('whoever works in it needs nothing of the full image');
  if (lacks === 'glibc' && (start.bash || start.others.some(({ bash }) => bash)))
    judgement.refuse('musl', 'it starts a script of bash');
  if (start.trouble !== undefined)
    judgement.assume(`what it starts needs nothing of the full image (${start.trouble})`);
  const unread =
    start.unread[0] ?? start.health?.unread[0] ?? start.others.flatMap((one) => one.unread)[0];
  if (unread !== undefined) judgement.assume('the scripts that it starts find what they call');
  if (start.health?.trouble !== undefined) judgement.assume('its HEALTHCHECK finds its programs');
  const other = start.others.find(({ trouble }) => trouble !== undefined);
  if (other) judgement.assume(`${other.text} finds its programs`);
}

/** Programs that were compiled elsewhere may be linked to what the full image has. */
function judgeCopies({ brought }: Subject, { lacks }: Variant, judgement: Judgement): void {
  if (lacks === 'jdk') {
    judgement.assume('nothing calls the tools of the JDK when it runs');
    return;
  }
  const foreign = brought.find(
    ({ origin }) => origin !== undefined && !/\.(?:js|py|json|html|css)$/.test(origin),
  );
  if (!foreign) return;
  judgement.assume(
    `what line ${foreign.copy.given.line} copies links to no library of the full image`,
  );
}

/** What the application's own code runs. */
function judgeCode(
  subject: Subject,
  { image, lacks }: Variant,
  calls: (program: string, where: string, reason?: string) => void,
  judgement: Judgement,
): void {
  if (lacks === 'glibc') judgement.assume('nothing rests on glibc');
  const files = valueOf(filesOf(subject));
  if (!files) {
    judgement.assume(`the application runs no program that ${image.ref} lacks`);
    return;
  }
  const texts = (wanted: (path: string) => boolean): ReadonlyMap<string, string> =>
    textsOf(subject.context, files, wanted);
  const python = needsOf(texts((path) => path.endsWith('.py')));
  const node = readSources(texts((path) => isCode(path) && !isNodeTest(path)));
  for (const program of [...python.programs, ...node.programs])
    calls(program, 'the application runs');
  for (const { directory, scripts } of manifestsOf(subject).values()) {
    for (const text of Object.values(scripts)) {
      for (const [, program] of text.matchAll(/(?:^|&&|;|\|)\s*([\w-]+)/g)) {
        calls(program!, `a script in ${directory} calls`);
      }
    }
  }
  const unnamed = python.unnamed ?? node.unnamed;
  if (unnamed !== undefined) judgement.assume(`${image.ref} has the programs that ${unnamed} runs`);
  if (python.libraries !== undefined) {
    judgement.assume(`${image.ref} has the libraries that ${python.libraries} loads by name`);
  }
  if (
    files.some(
      ({ path }) => /\.(?:rb|sh|pl|jar|so|exe)$/.test(path) && !/\/(?:tests?|spec)\//.test(path),
    )
  ) {
    judgement.assume(`no script or program that is copied needs what ${image.ref} lacks`);
  }
}
