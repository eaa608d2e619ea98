import { valueOf, type Context, type Instruction } from '../../../src/kit.ts';
import { copiedFrom, normal } from '../copied.ts';
import { pipCall, requirementName, toolWords } from '../multi-stage/ecosystems/python-pip.ts';
import { pathFrom, stepsIn } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import { callOf } from './calls.ts';
import { holdsWord } from './changing.ts';
import { isAgainst, Project } from './types.ts';

/** Programs that take no version, date or commit from the environment, nor run what would. */
const DEAF =
  /^(?:|:|true|false|apt-get|apt|apk|yum|dnf|microdnf|tdnf|zypper|pacman|dpkg|rpm|apt-key|add-apt-repository|apt-mark|mkdir|rm|ln|chmod|chown|chgrp|touch|cp|mv|cd|test|\[|useradd|groupadd|adduser|addgroup|usermod|groupmod|passwd|chpasswd|echo|printf|set|export|locale-gen|localedef|a2enmod|a2dismod|sed|curl|wget|tar|unzip|gpg|gzip|sha256sum|sha512sum|ldconfig|update-ca-certificates|find|grep|cat|ls|tee|sleep|which|command|type|corepack|nproc|uname|whoami|id|ldd|setcap|update-alternatives|dpkg-reconfigure)$/;

/**
 * Can a RUN be told not to read these names from its environment? A build argument is a variable of
 * every RUN behind it: https://docs.docker.com/reference/dockerfile/#arg, read 2026-11-26.
 */
export function ignores(run: Instruction, names: readonly string[], context: Context): boolean {
  const steps = stepsIn(run);
  return steps !== undefined && steps.every((step) => isDeaf(step, names, context));
}

function isDeaf(step: Step, names: readonly string[], context: Context): boolean {
  if (DEAF.test(step.program)) return true;
  const call = pipCall(step);
  if (call && /^(?:config|cache|check|list|freeze|show)$/.test(call.verb)) return true;
  if (call?.verb === 'install' && call.files.length + call.editable.length === 0) {
    return call.packages.every((name) => requirementName(name) !== undefined);
  }
  const line = toolWords(step).join(' ');
  if (DEAF_CALLS.test(line)) return true;
  return installs(step, names, context);
}

const DEAF_CALLS =
  /^(?:npm (?:(?:i|install) (?:-g|--global)\b|cache |config )|yarn (?:global add|cache )|pnpm config |gem (?:install|update --system)\b|bundle config |go (?:install \S+@\S+|env )|git (?:clone|config) |venv |virtualenv |uv venv|composer (?:clear-cache|--version)|\w+ --?[vV](?:ersion)?$)/;

/** An installation of what manifests list, which do not name them either. */
function installs(step: Step, names: readonly string[], context: Context): boolean {
  const call = callOf(step);
  // These evaluate their manifests, with properties from the environment.
  if (call?.marker === undefined || /^(?:dotnet|mix|mvnw?|gradlew?|cargo)$/.test(step.program)) {
    return false;
  }
  const directory = pathFrom(step.directory, call.directory);
  if (directory === undefined) return false;
  const path = valueOf(copiedFrom(step.run, normal(`${directory}/${call.marker}`), context));
  if (path === undefined || !path.endsWith(call.marker)) return false;
  const source = path.slice(0, -call.marker.length).replace(/\/$/, '');
  const project = new Project(directory, source, context, source);
  const needs = call.needs(project, step.run.stage!);
  if (isAgainst(needs) || needs.early !== undefined) return false;
  const texts = needs.reads.flatMap((name) => project.text(name) ?? []);
  const isRuby = call.marker === 'Gemfile' && texts.some((text) => /\bENV\b/.test(text));
  return !isRuby && !texts.some((text) => names.some((name) => holdsWord(text, name)));
}
