import { isInside } from '../multi-stage/aftermath.ts';
import { pipCall, requirementName, toolWords } from '../multi-stage/ecosystems/python-pip.ts';
import { pathFrom } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';

/** What a step does that reads nothing of a directory. */
export type Independence = 'installs' | 'prepares';

const SYSTEM = /^(?:apt-get|apt|aptitude|apk|yum|dnf|microdnf|tdnf|zypper|pacman)$/;

/** Act on nothing but what their arguments name. */
const BY_ARGUMENT =
  /^(?::|true|set|cd|echo|printf|export|umask|mkdir|rm|ln|chmod|chown|touch|test|\[|useradd|groupadd|usermod|adduser|addgroup|locale-gen|a2enmod|docker-php-ext-(?:install|enable|configure)|dpkg|rpm|gpg|apt-key|add-apt-repository|command|which|sleep|tee|ldconfig|nproc)$/;

/**
 * What a step does, where it neither reads nor changes what a copy brings to these places;
 * `undefined` where it may.
 */
export function independenceOf(step: Step, places: readonly string[]): Independence | undefined {
  const found = places.map((place) => independenceFrom(step, place));
  return found.includes(undefined) ? undefined : found[0];
}

function independenceFrom(step: Step, directory: string): Independence | undefined {
  if (readsFile(step, directory)) return undefined;
  if (step.writes.some((path) => path === undefined || isInside(path, directory))) return undefined;
  if (step.program === '') return 'prepares';
  if (step.args.some((arg) => touches(arg, step, directory))) return undefined;
  if (SYSTEM.test(step.program)) return isFetch(step) ? 'installs' : 'prepares';
  if (BY_ARGUMENT.test(step.program)) {
    const known = step.args.every(
      (arg) => !/[$`*]/.test(arg) || /^(?:echo|printf)$/.test(step.program),
    );
    if (step.program.startsWith('docker-php-ext-')) return 'installs';
    return known || !/^(?:mkdir|rm|ln|chmod|chown|touch|tee)$/.test(step.program)
      ? 'prepares'
      : isOutside(step, directory);
  }
  return byTool(step, directory);
}

/** Is something in the directory its input? */
function readsFile(step: Step, directory: string): boolean {
  return (step.command?.redirects ?? []).some(({ operator, target }) => {
    if (operator !== '<' || !target) return false;
    const path = pathFrom(step.directory, target.value);
    return path === undefined || isInside(path, directory);
  });
}

/** A path with a variable or a pattern still tells where it lies by its beginning. */
function isOutside(step: Step, directory: string): Independence | undefined {
  const outside = step.args
    .filter((arg) => !arg.startsWith('-'))
    .every((arg) => {
      const fixed = /^\/[\w./-]*/.exec(arg)?.[0];
      if (fixed === undefined || fixed === '/') return !/[$`*/]/.test(arg);
      return !isInside(fixed, directory) && !directory.startsWith(fixed);
    });
  return outside ? 'prepares' : undefined;
}

const isFetch = (step: Step): boolean =>
  step.args.some((arg) => /^(?:install|add|upgrade|dist-upgrade|groupinstall|in|-S\w*)$/.test(arg));

/** Does an argument name something in the directory, or above it? */
function touches(arg: string, step: Step, directory: string): boolean {
  if (/^[a-z+]+:\/\//i.test(arg)) return false;
  const plain = arg.replace(/^--?[\w-]+=/, '').replace(/^(["'])(.*)\1$/s, '$2');
  const isPath =
    plain.startsWith('/') || /^\.{1,2}(?:\/|$)/.test(plain) || FILES.test(step.program);
  if (!isPath || plain.startsWith('-')) return false;
  const path = pathFrom(step.directory, plain);
  if (path === undefined) return plain.startsWith('.') || directoryIn(plain, directory);
  // `cd` into it, or making it, leaves what is in it alone.
  if (step.program === 'cd') return false;
  if (step.program === 'mkdir') return path !== directory && isInside(path, directory);
  return isInside(path, directory) || (path !== '/' && isInside(directory, path));
}

/** Programs whose arguments are files, whatever they look like. */
const FILES = /^(?:mkdir|rm|ln|chmod|chown|touch|test|\[|tee|cp|mv)$/;

const directoryIn = (text: string, directory: string): boolean =>
  text.startsWith(directory) && directory !== '/';

/** Language tools: where they install by name, or set something of their own. */
function byTool(step: Step, directory: string): Independence | undefined {
  const [tool = '', verb = '', ...rest] = toolWords(step);
  const call = pipCall(step);
  if (call) {
    if (call.verb === 'install') {
      const named = call.packages.length > 0 && call.files.length + call.editable.length === 0;
      const constrained = step.args.some((arg) => /^(?:-c|--constraint)/.test(arg));
      const known = call.packages.every((name) => requirementName(name) !== undefined);
      return named && known && !constrained && call.findLinks.length === 0 ? 'installs' : undefined;
    }
    return /^(?:config|cache|check|list|freeze|show|--version|-V)$/.test(call.verb)
      ? 'prepares'
      : undefined;
  }
  if (/^(?:npm|pnpm|yarn|bun)$/.test(tool)) return byNode(tool, verb, rest);
  if (tool === 'sed') return editsOutside(step, directory) ? 'prepares' : undefined;
  if (/^(?:curl|wget)$/.test(tool)) return downloads(step, directory) ? 'prepares' : undefined;
  // What is piped into a shell does not stand in the directory.
  if (/^(?:ba|da|a|)sh$/.test(tool) || (tool === 'python' && verb === '-')) {
    return step.args.every((arg) => /^-(?:[\w-]*)$/.test(arg)) ? 'prepares' : undefined;
  }
  const rule = TOOLS[tool];
  const line = [verb, ...rest].join(' ');
  if (rule?.installs?.test(line) === true) return 'installs';
  return rule?.prepares?.test(line) === true ? 'prepares' : undefined;
}

function byNode(tool: string, verb: string, rest: readonly string[]): Independence | undefined {
  const isGlobal = [verb, ...rest].some((arg) => /^(?:-g|--global|--location=global)$/.test(arg));
  const names = rest.filter((arg) => !arg.startsWith('-'));
  if (tool === 'yarn' && verb === 'global') return 'installs';
  if (isGlobal && [verb, ...names].some((arg) => /^(?:i|in|install|add)$/.test(arg))) {
    return [verb, ...names].filter((arg) => !arg.startsWith('-')).length > 1
      ? 'installs'
      : undefined;
  }
  if (/^(?:-v|--version|cache)$/.test(verb)) return 'prepares';
  if (tool === 'pnpm' && verb === 'config') return 'prepares';
  const isUser = !rest.some((arg) => arg.includes('location'));
  return verb === 'config' && isUser ? 'prepares' : undefined;
}

/** `sed` with its files by their full path. */
function editsOutside(step: Step, directory: string): boolean {
  const [, ...files] = step.args.filter((arg) => !arg.startsWith('-'));
  const isPlain = step.args.every((arg) => !/^(?:-\w*[ef]|--(?:expression|file))/.test(arg));
  if (files.length === 0) return step.piped && isPlain;
  return (
    isPlain &&
    files.every((file) => {
      const path = file.startsWith('/') ? pathFrom('/', file) : undefined;
      return path !== undefined && !isInside(path, directory);
    })
  );
}

/** To a place that is known, or on to the next command. */
function downloads(step: Step, directory: string): boolean {
  if (step.piped || step.writes.length > 0) return true;
  const at = step.args.findIndex((arg) =>
    /^(?:-O|-o|--output|--output-document|-[a-zA-Z]*[oO])$/.test(arg),
  );
  const target = at < 0 ? undefined : pathFrom(step.directory, step.args[at + 1]);
  if (at >= 0 && step.args[at + 1] === '-') return true;
  if (target !== undefined && step.args[at + 1]!.startsWith('/'))
    return !isInside(target, directory);
  return false;
}

const TOOLS: Readonly<Record<string, { readonly installs?: RegExp; readonly prepares?: RegExp }>> =
  {
    corepack: { prepares: /^(?:enable|prepare)\b/ },
    gem: { installs: /^install (?!.*(?:-g|--file)\b)/, prepares: /^(?:update --system|--version)/ },
    poetry: { prepares: /^(?:config (?!.*--local)|--version|self )/ },
    pipenv: { prepares: /^--version/ },
    uv: { installs: /^tool install \w/, prepares: /^(?:--version|venv|python install)/ },
    venv: { prepares: /^/ },
    virtualenv: { prepares: /^/ },
    bundle: { prepares: /^config (?:.* )?--global\b/ },
    composer: {
      installs: /^global require\b/,
      prepares: /^(?:--version|self-update|config -g|clear-cache)/,
    },
    pecl: { installs: /^install \w/ },
    go: { installs: /^install .*@/, prepares: /^(?:version|env -w)\b/ },
    mix: { prepares: /^local\.(?:hex|rebar)\b/ },
    dotnet: { installs: /^tool install (?:.* )?(?:-g|--global)\b/, prepares: /^--version/ },
    git: { prepares: /^config --(?:global|system)\b/ },
    cargo: { prepares: /^--version/ },
    node: { prepares: /^(?:-v|--version)$/ },
    python: { prepares: /^(?:-V|--version)$/ },
  };
