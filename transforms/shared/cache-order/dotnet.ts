import { valueOf } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { filesBelow } from '../multi-stage/brought.ts';
import { isProject } from '../multi-stage/ecosystems/dotnet-projects.ts';
import { elementsBelow, readXml } from '../multi-stage/ecosystems/xml.ts';
import type { Step } from '../multi-stage/types.ts';
import type { Against, Call, Needs, Project } from './types.ts';

/** More projects than a person lists in a Dockerfile. */
const MAX_PROJECTS = 8;

/** https://learn.microsoft.com/dotnet/core/tools/dotnet-restore, read 2026-11-25. */
export function dotnetRestore(step: Step): Call | undefined {
  if (step.program !== 'dotnet' || step.args[0] !== 'restore') return undefined;
  const named = step.args
    .slice(1)
    .map((arg) => arg.replace(/^(["'])(.*)\1$/, '$2').replaceAll('\\', '/'))
    .filter((arg) => isProject(arg) || /\.slnx?$/.test(arg));
  return {
    step,
    what: 'dotnet restore',
    directory: '.',
    marker: named[0],
    needs: (project) => needsOf(project, named),
  };
}

function needsOf(project: Project, named: readonly string[]): Needs | Against {
  const roots =
    named.length > 0
      ? named.map((name) => normal(`/${name}`).slice(1))
      : (project.names() ?? []).filter((name) => isProject(name) || /\.slnx?$/.test(name));
  if (roots.length !== 1)
    return { reason: 'manifest', detail: named[0] ?? 'a project or solution' };
  const reads = new Set<string>();
  const projects: string[] = [];
  const pending = [roots[0]!];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reads.has(name)) continue;
    const text = name.startsWith('../') ? undefined : project.text(name);
    if (text === undefined) return { reason: 'manifest', detail: name };
    reads.add(name);
    const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
    if (!isProject(name)) {
      pending.push(...projectsOfSolution(text).map((path) => relative(folder, path)));
      continue;
    }
    projects.push(name);
    const found = readProject(text);
    if ('reason' in found) return { ...found, detail: `${found.detail} in ${name}` };
    pending.push(...found.references.map((path) => relative(folder, path)));
  }
  if (projects.length > MAX_PROJECTS)
    return { reason: 'many', detail: `${projects.length} projects` };
  for (const file of sharedFiles(project, projects)) reads.add(file);
  const folders = projects.map((name) => name.slice(0, name.lastIndexOf('/') + 1));
  return { reads: [...reads].toSorted(), makes: folders.map((folder) => `${folder}obj`) };
}

const relative = (folder: string, path: string): string => {
  const parts = `${folder}${path}`.split('/');
  const found: string[] = [];
  for (const part of parts) {
    if (part === '..' && found.length > 0 && found.at(-1) !== '..') found.pop();
    else if (part !== '.' && part !== '') found.push(part);
  }
  return found.join('/');
};

function projectsOfSolution(text: string): string[] {
  return [...text.matchAll(/"([^"\n]+\.(?:cs|fs|vb)proj)"/g)].map(([, path]) =>
    path!.replaceAll('\\', '/'),
  );
}

function readProject(text: string): { references: string[] } | { reason: string; detail: string } {
  const root = readXml(text);
  if (!root) return { reason: 'manifest', detail: 'XML that is not understood' };
  const paths = (name: string, attribute: string): string[] =>
    elementsBelow(root, name).flatMap((element) => element.attributes[attribute] ?? []);
  const [imported] = paths('Import', 'Project');
  if (imported !== undefined) return { reason: 'local', detail: `Import ${imported}` };
  const references = paths('ProjectReference', 'Include').map((path) => path.replaceAll('\\', '/'));
  const dynamic = references.find((path) => /[$*;]/.test(path));
  if (dynamic !== undefined) return { reason: 'local', detail: dynamic };
  return { references };
}

/** Files that NuGet and MSBuild look for in the directories of projects, and above them. */
const SHARED =
  /(?:^|\/)(?:nuget\.config|global\.json|packages\.lock\.json|Directory\.(?:Build\.(?:props|targets)|Packages\.props))$/i;

function sharedFiles(project: Project, projects: readonly string[]): string[] {
  const below = valueOf(filesBelow(project.context, project.source)) ?? [];
  const prefix = project.source === '' ? 0 : project.source.length + 1;
  return below
    .map((path) => path.slice(prefix))
    .filter((path) => SHARED.test(path))
    .filter((path) => {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      return projects.some((name) => name.startsWith(folder));
    });
}
