import { valueOf } from '../../../src/kit.ts';
import { installScripts, parseManifest } from '../multi-stage/ecosystems/composer.ts';
import { readLock } from '../multi-stage/ecosystems/gemfile.ts';
import { childAt, childrenNamed, childText, readXml } from '../multi-stage/ecosystems/xml.ts';
import { isObject } from '../multi-stage/ecosystems/package-json.ts';
import type { Step } from '../multi-stage/types.ts';
import { earlyWith } from './python.ts';
import type { Against, Call, Needs, Project } from './types.ts';

/** https://getcomposer.org/doc/03-cli.md#install-i, read 2026-11-25. */
export function composerInstall(step: Step): Call | undefined {
  const isPhar = step.program === 'php' && /(?:^|\/)composer(?:\.phar)?$/.test(step.args[0] ?? '');
  if (!isPhar && !/^composer(?:\.phar)?$/.test(step.program)) return undefined;
  const args = isPhar ? step.args.slice(1) : step.args;
  const verb = args.find((arg) => !arg.startsWith('-'));
  if (!/^(?:install|i)$/.test(verb ?? '')) return undefined;
  const flag = args.findIndex((arg) => /^(?:-d|--working-dir(?:=.*)?)$/.test(arg));
  const given = flag < 0 ? '.' : (args[flag]!.split('=', 2)[1] ?? args[flag + 1] ?? '.');
  return {
    step,
    what: 'composer install',
    directory: given,
    marker: 'composer.json',
    needs: (project) => composerNeeds(step, args, project),
  };
}

function composerNeeds(step: Step, args: readonly string[], project: Project): Needs | Against {
  const manifest = parseManifest(project.text('composer.json'));
  if (!manifest) return { reason: 'manifest', detail: 'composer.json' };
  const repositories = Object.values(
    (manifest['repositories'] ?? {}) as Readonly<Record<string, unknown>>,
  );
  const local = repositories.find(
    (one) => isObject(one) && /^(?:path|artifact)$/.test(String(one['type'])),
  );
  if (isObject(local)) return { reason: 'local', detail: String(local['url']) };
  const extra = manifest['extra'];
  if (isObject(extra) && ('merge-plugin' in extra || 'patches' in extra)) {
    return { reason: 'script', detail: 'a plugin that reads other files' };
  }
  const config = manifest['config'];
  const vendor = isObject(config) ? config['vendor-dir'] : undefined;
  const reads = [
    'composer.json',
    ...project.existing(['composer.lock', 'auth.json', 'symfony.lock']),
  ];
  const makes = [typeof vendor === 'string' ? vendor : 'vendor'];
  // The autoloader lists classes of the source, and scripts are a part of it.
  const missing = ['--no-scripts', '--no-autoloader'].filter((option) => !args.includes(option));
  const scripts = installScripts(manifest).length > 0 || missing.includes('--no-autoloader');
  return { reads, makes, ...(scripts && missing.length > 0 && earlyWith(step, ...missing)) };
}

/**
 * `bundle config` without `--global` writes to the application where there is a Gemfile, else to
 * the home directory: it needs the manifests too. https://bundler.io/man/bundle-config.1.html,
 * https://bundler.io/man/bundle-install.1.html, read 2026-11-26.
 */
export function bundleInstall(step: Step): Call | undefined {
  if (/^bundler?$/.test(step.program) && step.args[0] === 'config') {
    return { step, what: 'bundle config', directory: '.', marker: 'Gemfile', needs: bundleNeeds };
  }
  const verb = step.args.find((arg) => !/^(?:-|_[\d.]+_$)/.test(arg));
  if (!/^bundler?$/.test(step.program) || (verb !== undefined && verb !== 'install'))
    return undefined;
  if (step.args.some((arg) => /^(?:--version|-v|--help|--gemfile.*)$/.test(arg))) return undefined;
  return { step, what: 'bundle install', directory: '.', marker: 'Gemfile', needs: bundleNeeds };
}

function bundleNeeds(project: Project): Needs | Against {
  const text = project.text('Gemfile')?.replace(/(^|\s)#(?!\{).*$/gm, '');
  if (text === undefined) return { reason: 'manifest', detail: 'Gemfile' };
  const local = /^\s*gemspec\b|\bpath(?::|\s*=>)\s*\S+|^\s*path\s+["'(].*/m.exec(text);
  if (local) return { reason: 'local', detail: local[0].trim() };
  const reading =
    /\b(?:eval_gemfile|instance_eval|require_relative|require|load|File|Dir|IO)\b.*/.exec(text);
  if (reading) return { reason: 'script', detail: `the Gemfile: ${reading[0].trim()}` };
  const lock = readLock(project.text('Gemfile.lock') ?? '');
  const [path] = lock.paths.values();
  if (path !== undefined) return { reason: 'local', detail: path };
  if (project.has('vendor/cache')) return { reason: 'local', detail: 'vendor/cache' };
  if (project.has('.bundle/config')) return { reason: 'script', detail: '.bundle/config' };
  const version = /\bruby\s*\(?\s*file:\s*["']([\w./-]+)["']/.exec(text)?.[1];
  const others = version === undefined ? [] : [version];
  return {
    reads: ['Gemfile', ...project.existing(['Gemfile.lock', ...others])],
    makes: ['vendor/bundle'],
  };
}

/** https://hexdocs.pm/mix/Mix.Tasks.Deps.Get.html, read 2026-11-25. */
export function mixGet(step: Step): Call | undefined {
  if (step.program !== 'mix' || step.args[0] !== 'deps.get') return undefined;
  return { step, what: 'mix deps.get', directory: '.', marker: 'mix.exs', needs: mixNeeds };
}

function mixNeeds(project: Project): Needs | Against {
  const text = project.text('mix.exs');
  if (text === undefined) return { reason: 'manifest', detail: 'mix.exs' };
  if (/\bapps_path:/.test(text)) return { reason: 'workspaces', detail: 'mix.exs' };
  if (/\bpath:/.test(text)) return { reason: 'local', detail: 'mix.exs' };
  const reading = /\b(?:File|Code|System\.cmd|Path)\.?\w*/.exec(text);
  if (reading) return { reason: 'script', detail: `mix.exs: ${reading[0]}` };
  return { reads: ['mix.exs', ...project.existing(['mix.lock'])], makes: ['deps', '_build'] };
}

/** https://go.dev/ref/mod#go-mod-download, read 2026-11-25. */
export function goBuild(step: Step): Call | undefined {
  if (step.program !== 'go') return undefined;
  const [verb, ...args] = step.args;
  const isDownload = verb === 'mod' && args[0] === 'download';
  if (!isDownload && !/^(?:build|install|get)$/.test(verb ?? '')) return undefined;
  const { run } = step;
  const isOff = valueOf(run.variable('GO111MODULE')) === 'off';
  const flags = valueOf(run.variable('GOFLAGS')) ?? '';
  // What a cache mount keeps is not fetched again.
  const isCached = run.mounts.some(({ type }) => type === 'cache');
  if (isOff || flags.includes('vendor') || (isCached && !isDownload)) return undefined;
  // `go install name@version` takes nothing from the project.
  if (!isDownload && args.some((arg) => arg.includes('@'))) return undefined;
  const vendored = args.some((arg) => /^-?-mod[= ]vendor|^-C$/.test(arg));
  return {
    step,
    what: isDownload ? 'go mod download' : 'the download of the modules',
    directory: '.',
    marker: 'go.mod',
    needs: (project) => goNeeds(project, isDownload, vendored),
  };
}

function goNeeds(project: Project, isDownload: boolean, vendored: boolean): Needs | Against {
  const text = project.text('go.mod');
  const nothing = { reason: 'none' };
  if (text === undefined) return isDownload ? { reason: 'manifest', detail: 'go.mod' } : nothing;
  if (!/^\s*require\b/m.test(text)) return nothing;
  if (vendored || project.has('vendor/modules.txt')) return nothing;
  const local = /=>\s*(\.{0,2}\/\S*)/.exec(text)?.[1];
  if (local !== undefined) return { reason: 'local', detail: `replace ${local}` };
  const isWorkspace =
    project.has('go.work') ||
    project.above().some((path) => {
      const kind = project.context.kindOf(path === '' ? 'go.work' : `${path}/go.work`);
      return kind.known && kind.value === 'file';
    });
  if (isWorkspace) return { reason: 'workspaces', detail: 'go.work' };
  const reads = ['go.mod', ...project.existing(['go.sum'])];
  return { reads, ...(!isDownload && { early: 'go mod download' }) };
}

const MAVEN_GOALS = /^(?:package|install|verify|compile|test|deploy)$/;

/** https://maven.apache.org/plugins/maven-dependency-plugin/go-offline-mojo.html, read 2026-11-25. */
export function mavenBuild(step: Step): Call | undefined {
  if (!/^mvnw?$/.test(step.program)) return undefined;
  const fetches = step.args.some((arg) => /^dependency:(?:go-offline|resolve)/.test(arg));
  if (!fetches && !step.args.some((arg) => MAVEN_GOALS.test(arg))) return undefined;
  if (step.args.some((arg) => /^(?:-f|--file|-pl|--projects|-o|--offline)$/.test(arg)))
    return undefined;
  return {
    step,
    what: 'the download of the dependencies',
    directory: '.',
    marker: 'pom.xml',
    needs: (project) => mavenNeeds(step, project, fetches),
  };
}

function mavenNeeds(step: Step, project: Project, fetches: boolean): Needs | Against {
  const text = project.text('pom.xml');
  const root = text === undefined ? undefined : readXml(text);
  if (!root) return { reason: 'manifest', detail: 'pom.xml' };
  if (childrenNamed(root, 'modules').length > 0) return { reason: 'workspaces', detail: 'pom.xml' };
  const parent = childAt(root, 'parent');
  const above = project.above().some((path) => {
    const kind = project.context.kindOf(path === '' ? 'pom.xml' : `${path}/pom.xml`);
    return kind.known && kind.value === 'file';
  });
  if (parent && above && childText(parent, 'relativePath') !== '') {
    return { reason: 'workspaces', detail: 'the parent of pom.xml' };
  }
  if (/<systemPath>|\$\{(?:project\.)?basedir\}[^<]*\.jar|<url>\s*file:/.test(text!)) {
    return { reason: 'local', detail: 'a library in pom.xml' };
  }
  const isWrapper = step.program === 'mvnw';
  const wrapper = isWrapper ? project.existing(['mvnw', '.mvn']) : project.existing(['.mvn']);
  const reads = ['pom.xml', ...wrapper];
  if (fetches) return { reads };
  const called = step.words[0]!;
  return {
    reads,
    early: `${called} -B dependency:go-offline`,
    assumption: 'assumes that the plugins of pom.xml work with dependency:go-offline',
  };
}

/** Cargo and Gradle fetch what a project needs only while they build it. */
export function unfetchable(step: Step): Call | undefined {
  const [verb = '', ...args] = step.args;
  if (step.program === 'cargo') {
    const builds = /^(?:build|b|fetch|rustc)$/.test(verb);
    if (!builds && !(verb === 'install' && args.includes('--path'))) return undefined;
    return wholeCall(step, 'Cargo.toml', (project) => {
      const lock = project.text('Cargo.lock');
      // The project alone, which has nothing to fetch.
      const isAlone = lock !== undefined && lock.split('[[package]]').length <= 2;
      return isAlone ? undefined : 'Cargo; cargo-chef prepares such a project';
    });
  }
  const task = /^[\w:]*(?:[jJ]ar|build|assemble|installDist|war)$/;
  if (!/^gradlew?$/.test(step.program) || !step.args.some((arg) => task.test(arg)))
    return undefined;
  return wholeCall(step, undefined, (project) =>
    project.existing(['build.gradle', 'build.gradle.kts']).length > 0 ? 'Gradle' : undefined,
  );
}

function wholeCall(
  step: Step,
  marker: string | undefined,
  toolOf: (project: Project) => string | undefined,
): Call {
  return {
    step,
    what: 'the download of the dependencies',
    directory: '.',
    marker,
    needs(project) {
      const detail = toolOf(project);
      const isProject = marker === undefined || project.has(marker);
      return detail === undefined || !isProject ? { reason: 'none' } : { reason: 'whole', detail };
    },
  };
}
