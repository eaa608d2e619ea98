import { valueOf } from '../../../src/kit.ts';
import { broughtBy, contextFiles } from '../multi-stage/brought.ts';
import { serverOf, startsServer } from './servers.ts';
import type { Image } from './types.ts';

/**
 * A port under 1024 that the container listens on, and what tells of it. Docker Engine lets every
 * user of a container open it since 20.10, unless it runs in the host's network; Kubernetes with
 * containerd only since 2.0. https://github.com/moby/moby/pull/41030,
 * https://github.com/containerd/containerd/blob/main/docs/cri/config.md (enable_unprivileged_ports),
 * read 2026-11-25.
 */
export function lowPort(image: Image, texts: ReadonlyMap<string, string>): string | undefined {
  return (
    exposed(image) ??
    ofServer(image) ??
    inCommand(image) ??
    inEnvironment(image) ??
    inCode(texts) ??
    ofAspNet(image, texts)
  );
}

const isLow = (port: string | undefined): boolean =>
  port !== undefined && /^\d{1,4}$/.test(port) && Number(port) > 0 && Number(port) < 1024;

function exposed({ instructions }: Image): string | undefined {
  for (const instruction of instructions) {
    if (instruction.keyword !== 'EXPOSE') continue;
    for (const { text } of instruction.words) {
      const port = valueOf(instruction.expand(text))?.replace(/\/.*$/, '').replace(/-.*$/, '');
      if (isLow(port)) return `EXPOSE ${text}`;
    }
  }
  return undefined;
}

/** A web server listens on port 80 unless its configuration names others. */
function ofServer(image: Image): string | undefined {
  const server = startsServer(image) ? serverOf(image) : undefined;
  if (
    image.base?.repository === 'php' &&
    image.stage.lineage[0]!.from.args.text.includes('-apache')
  ) {
    return 'Apache listens on 80';
  }
  if (!server?.listens) return undefined;
  const { below, pattern } = server.listens;
  const files = filesBelow(image, below);
  if (files === undefined) return `where ${image.base!.repository} listens is not known`;
  const ports = files.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]));
  const low = ports.length === 0 ? '80' : ports.find(isLow);
  return low === undefined ? undefined : `${image.base!.repository} listens on ${low}`;
}

/**
 * Images of ASP.NET Core before .NET 8 set ASPNETCORE_URLS to port 80.
 * https://learn.microsoft.com/dotnet/core/compatibility/containers/8.0/aspnet-port, read 2026-11-26.
 */
function ofAspNet(image: Image, texts: ReadonlyMap<string, string>): string | undefined {
  const root = image.stage.lineage[0]!.base;
  const ref = root.kind === 'image' ? valueOf(root.ref) : undefined;
  if (!/^mcr\.microsoft\.com\/dotnet\/(?:core\/)?aspnet:(?:[2-7]\.|[2-7]$)/.test(ref?.text ?? '')) {
    return undefined;
  }
  const isSet = image.instructions.some(
    ({ keyword, pairs }) =>
      keyword === 'ENV' && pairs.some(({ name }) => /^(?:ASPNETCORE|DOTNET)_URLS$/.test(name)),
  );
  const told = /\.UseUrls\(|\.Listen(?:AnyIP|Localhost)?\(|--urls/;
  const own = [...texts.values(), ...image.start.main].some((text) => told.test(text ?? ''));
  return isSet || own ? undefined : 'ASP.NET Core before .NET 8 listens on 80';
}

/** The texts of the files that the image gets from the context below a directory. */
function filesBelow({ context, stage }: Image, directory: string): string[] | undefined {
  const brought = stage.lineage.flatMap((one) => broughtBy(one, context));
  const inside = brought.filter(({ path }) => path?.startsWith(directory) ?? false);
  if (inside.some(({ source }) => source === undefined)) return undefined;
  const files = valueOf(contextFiles(inside, context));
  return files?.map(({ source }) => valueOf(context.readText(source)) ?? 'listen 80;');
}

/** `-p 80`, `--port=80`, `--bind 0.0.0.0:80`, `runserver 0.0.0.0:80`, `http.server 80`. */
function inCommand({ start }: Image): string | undefined {
  const words = start.main.map((word) => word ?? '');
  for (const [i, word] of words.entries()) {
    const behind = /^(?:-p|-b|-l|-S|--port|--bind|--listen|--http-port|http\.server)$/.test(
      words[i - 1] ?? '',
    );
    const port =
      /^--?(?:[\w.-]*port|bind|listen|urls?)[= ].*?(\d+)$/.exec(word)?.[1] ??
      /^(?:https?:\/\/)?(?:\d+\.\d+\.\d+\.\d+|localhost|\[::\]|\*|\+)?:(\d+)$/.exec(word)?.[1] ??
      (behind ? /^(\d+)$/.exec(word)?.[1] : undefined);
    if (isLow(port)) return `it starts with ${word}`;
  }
  return undefined;
}

function inEnvironment({ stage, instructions }: Image): string | undefined {
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ENV') continue;
    for (const { name } of instruction.pairs) {
      if (!/PORT|ASPNETCORE_URLS/.test(name)) continue;
      const value = valueOf(stage.scope.value(Infinity, name));
      const port = /(?:^|:)(\d+)\/?$/.exec(value ?? '')?.[1];
      if (isLow(port)) return `ENV ${name}=${value}`;
    }
  }
  return undefined;
}

const LISTENS =
  /\blisten\(\s*(\d{2,3})\b|\bListenAndServe\w*\(\s*["'](?:[\d.]*|localhost)?:(\d{2,3})["']|\bport\s*[=:]\s*(\d{2,3})\s*[,)\n;]|\.run\([^)\n]*port\s*=\s*(\d{2,3})\b|server\.port\s*[=:]\s*(\d{2,3})\s*$|\bbind\(\(\s*["'][^"']*["']\s*,\s*(\d{2,3})\s*\)/m;

/** In the program itself, as far as it is written out. */
function inCode(texts: ReadonlyMap<string, string>): string | undefined {
  for (const [path, text] of texts) {
    const found = LISTENS.exec(text);
    const port = found?.slice(1).find((group) => group !== undefined);
    if (isLow(port)) return `${path} listens on ${port}`;
  }
  return undefined;
}
