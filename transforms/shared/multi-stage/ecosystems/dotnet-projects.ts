import { normal } from '../../copied.ts';
import { baseName } from '../../prefix.ts';
import type { ContextFile } from '../brought.ts';
import {
  childrenNamed,
  childText,
  elementsBelow,
  readXml,
  textOf,
  type XmlElement,
} from './xml.ts';

/** A `*.csproj`, `*.fsproj` or `*.vbproj`. https://learn.microsoft.com/dotnet/core/project-sdk/msbuild-props, read 2026-11-25. */
export interface Project {
  /** In the image. */
  readonly path: string;
  readonly sdk: string;
  /** Undefined where an expression makes it. */
  readonly assembly: string | undefined;
  readonly frameworks: readonly string[];
  readonly packages: readonly string[];
  /** Projects that it refers to, in the image. */
  readonly references: readonly string[];
  readonly root: XmlElement;
}

export const isProject = (path: string): boolean => /\.(?:cs|fs|vb)proj$/.test(path);

/** The projects of the context that lie in the image. */
export function readProjects(
  files: readonly ContextFile[],
  read: (source: string) => string | undefined,
): Project[] {
  return files
    .filter(({ source }) => isProject(source))
    .flatMap(({ source, path }) => {
      const root = readXml(read(source) ?? '');
      return root ? [projectOf(path, root)] : [];
    });
}

function projectOf(path: string, root: XmlElement): Project {
  const directory = path.slice(0, path.lastIndexOf('/'));
  const includes = (name: string): string[] =>
    elementsBelow(root, name).flatMap((element) => element.attributes['Include'] ?? []);
  const assembly = propertyOf(root, 'AssemblyName') ?? baseName(path).replace(/\.\w+$/, '');
  return {
    path,
    sdk: root.attributes['Sdk'] ?? childText(root, 'Sdk') ?? '',
    assembly: assembly.includes('$') ? undefined : assembly,
    frameworks: includes('FrameworkReference'),
    packages: includes('PackageReference'),
    references: includes('ProjectReference').map((to) =>
      normal(`${directory}/${to.replaceAll('\\', '/')}`),
    ),
    root,
  };
}

/** The last value that a property gets; conditions are not looked at. */
export function propertyOf(root: XmlElement, name: string): string | undefined {
  const values = childrenNamed(root, 'PropertyGroup').flatMap((group) =>
    childrenNamed(group, name),
  );
  return textOf(values.at(-1));
}

/** A property of the project, or of the files that every project of the tree includes. */
export function isTrue(project: Project, shared: readonly XmlElement[], name: string): boolean {
  const value =
    propertyOf(project.root, name) ??
    shared.map((root) => propertyOf(root, name)).find((found) => found !== undefined);
  return value?.toLowerCase() === 'true';
}

/** A project with all that it refers to. */
export function withReferences(project: Project, all: readonly Project[]): Project[] {
  const found = [project];
  for (const one of found) {
    for (const path of one.references) {
      const next = all.find((other) => other.path === path);
      if (next && !found.includes(next)) found.push(next);
    }
  }
  return found;
}

/** Packages of assemblies alone; what is not among them counts as not known. */
const MANAGED =
  /^(?:Microsoft\.Extensions\.(?:Hosting|Logging|Configuration|DependencyInjection|Options|Caching|Http|Primitives)(?:\.(?:Abstractions|Console|Debug|Json|EnvironmentVariables|CommandLine|Binder|UserSecrets|Memory|Systemd))?|Newtonsoft\.Json|System\.(?:Text\.Json|Linq\.Async|CommandLine|IdentityModel\.Tokens\.Jwt)|Serilog(?:\.Sinks\.(?:Console|File)|\.Extensions\.(?:Hosting|Logging))?|Dapper|Npgsql|MySqlConnector|MySql\.Data|StackExchange\.Redis|RabbitMQ\.Client|CommandLineParser|AutoMapper|FluentValidation|MediatR|Polly|NLog|CsvHelper|YamlDotNet|Humanizer(?:\.Core)?|Microsoft\.AspNetCore\.OpenApi|Swashbuckle\.AspNetCore(?:\..+)?|Microsoft\.EntityFrameworkCore(?:\.(?:Design|Tools|InMemory|Relational|Abstractions|Analyzers))?|Npgsql\.EntityFrameworkCore\.PostgreSQL|Pomelo\.EntityFrameworkCore\.MySql|FSharp\.Core|Giraffe|Suave|Microsoft\.AspNetCore\.Authentication\..+)$/;

/** Not known to consist of assemblies alone. */
export const unknownPackages = (projects: readonly Project[]): string[] => [
  ...new Set(projects.flatMap(({ packages }) => packages).filter((name) => !MANAGED.test(name))),
];

/** May it need ASP.NET Core? Packages may bring the reference to it. */
export const needsAspNet = (projects: readonly Project[]): boolean =>
  projects.some(
    ({ sdk, frameworks, packages }) =>
      !/^Microsoft\.NET\.Sdk(?:\.Worker)?$/.test(sdk) ||
      frameworks.length > 0 ||
      packages.some((name) => !MANAGED.test(name) || /AspNetCore|Giraffe/.test(name)),
  );
