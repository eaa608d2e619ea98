/** Dockerfiles with everything that the language allows, in every layout. */
import fc from 'fast-check';
import { body } from './shell-text.ts';

const one = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const IMAGES = [
  'debian:12',
  'ubuntu:22.04',
  'alpine:3.20',
  'node:20',
  'python:3.12-slim',
  'golang:1.22',
  'fedora:40',
  'a',
  'scratch',
  '$BASE',
  '${BASE:-debian}',
  'base',
  'build',
  'mcr.microsoft.com/windows/nanoserver:1809',
  'debian@sha256:' + '0'.repeat(64),
  'registry.example:5000/a/b:c',
  'centos:7',
  'rust:1',
  'maven:3',
];

const from = fc
  .tuple(
    one('', '', '', '--platform=$BUILDPLATFORM '),
    one(...IMAGES),
    one('', '', ' AS build', ' as base', ' AS Other'),
  )
  .map(([flag, image, name]) => `FROM ${flag}${image}${name}`);

const run = fc
  .tuple(
    one('RUN', 'RUN', 'RUN', 'run', 'ONBUILD RUN'),
    one(
      '',
      '',
      '',
      '',
      '--mount=type=cache,target=/root/.cache ',
      '--network=none ',
      '--mount=type=tmpfs,target=/tmp ',
      '--mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt ',
    ),
    body,
  )
  .map(([keyword, flags, text]) => `${keyword} ${flags}${text}`);

/** Heredocs keep their lines: they are put behind the layout. */
const heredoc = fc
  .tuple(
    one(
      'RUN <<E',
      'RUN cat <<E >f && true',
      'RUN <<-"E"',
      'COPY <<E /f',
      'RUN <<E bash',
      "ADD <<'E' /f",
      'ONBUILD RUN <<E',
      'RUN cat <<A <<E',
    ),
    fc.array(one('echo a', 'apt-get install -y curl', '\techo b', '# c', '', 'RUN x', 'a \\'), {
      maxLength: 3,
    }),
  )
  .map(([head, lines]) =>
    [head, ...(head.includes('<<A') ? ['A'] : []), ...lines, 'E'].join('\u0000'),
  );

const other = one(
  'ENV A=1',
  'ENV A 1',
  'ENV A="b c" \n    B=$A',
  "ENV PATH=/x:$PATH C='d e'",
  'ARG V',
  'ARG V=1',
  'ARG A=1 B=$A',
  'LABEL a=b',
  'LABEL a="b c" \n "d.e"=f',
  'COPY a b',
  'COPY --from=build /a /b',
  'COPY --chown=u:g --link . .',
  'COPY ["a b", "c/"]',
  'COPY package*.json ./',
  'ADD http://x/y.tgz /z',
  'ADD . /app',
  'WORKDIR /app',
  'WORKDIR sub',
  'USER root',
  'USER u:g',
  'USER $U',
  'EXPOSE 80 443/tcp',
  'VOLUME /data',
  'VOLUME ["/a", "/b"]',
  'CMD ["a", "b"]',
  'CMD a $B',
  'CMD ["a",]',
  'ENTRYPOINT ["/e"]',
  'ENTRYPOINT exec a',
  'SHELL ["/bin/bash", "-eo", "pipefail", "-c"]',
  'SHELL ["/bin/sh", "-c"]',
  'SHELL ["powershell", "-Command"]',
  'STOPSIGNAL 9',
  'MAINTAINER a <b@c>',
  'HEALTHCHECK NONE',
  'HEALTHCHECK --interval=5s CMD curl x',
  'ONBUILD COPY . .',
  'ONBUILD ENV A=b',
  'SHELL ["/bin/ash", "-e", "-c"]',
);

const note = one(
  '',
  '',
  '# note',
  '  # indented \\',
  '#',
  '# dockopt ignore',
  '# dockopt ignore=merge-runs -- why',
  '# hadolint ignore=DL3059,DL3008',
  '# hadolint global ignore=DL3009',
  '# tally ignore=x',
  '# escape=x',
  '\t',
  '\u00a0',
  '# shellcheck disable=SC1',
  '# dockopt ignore=nothing',
);

const part = fc.oneof(
  { arbitrary: run, weight: 8 },
  { arbitrary: other, weight: 6 },
  { arbitrary: heredoc, weight: 1 },
  { arbitrary: note, weight: 3 },
);

const stage = fc
  .tuple(from, fc.array(part, { maxLength: 8 }))
  .map(([first, rest]) => [first, ...rest]);

interface Layout {
  readonly indent: string;
  readonly glue: string;
  readonly inside: string;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  indent: one('', '  ', '    ', '\t', ' '),
  glue: one(' ', ' ', '', '  ', '\t'),
  inside: one('', '', '', '# inside', '    # inside, with \\', ' ', '\n'),
});

/** Puts a continuation where a part has a line break, and splits some parts at `&&`. */
function lay(text: string, { indent, glue, inside }: Layout, escape: string): string {
  const between = `${glue}${escape}\n${inside === '' ? '' : `${inside}\n`}${indent}`;
  return text.replaceAll('\n', between).replaceAll('\u0000', '\n');
}

const directive = one(
  '',
  '',
  '',
  '',
  '# escape=`',
  '# syntax=docker/dockerfile:1',
  '# check=skip=all',
  '# syntax=x\n# escape=`',
);

export const dockerfile: fc.Arbitrary<string> = fc
  .record({
    directive,
    globals: one('', '', 'ARG BASE=debian:12', '# first\nARG BASE'),
    stages: fc.array(stage, { minLength: 1, maxLength: 3 }),
    layout,
    eol: one('\n', '\n', '\n', '\r\n'),
    bom: one('', '', '', '', '\uFEFF'),
    end: one('\n', '\n', '\n', '', '\n\n', '\n# end'),
  })
  .map(({ directive: first, globals, stages, layout: chosen, eol, bom, end }) => {
    const escape = first.includes('`') ? '`' : '\\';
    const parts = stages.flat().map((text) => lay(text, chosen, escape));
    const text = [first, globals].filter(Boolean).concat(parts).join('\n') + end;
    return bom + text.replaceAll('\n', eol);
  });

/** A Dockerfile with something cut out, doubled or put in anywhere. */
export const mutant: fc.Arbitrary<string> = fc
  .tuple(
    dockerfile,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 12 }),
        one(
          '',
          '',
          '\\',
          '`',
          '"',
          "'",
          '<<E',
          '\n',
          '\r',
          '#',
          ' ',
          '$',
          '${',
          '&&',
          '(',
          '\0',
          '\u00a0',
          '[',
          'ONBUILD ',
          '--x ',
          '\ud800',
        ),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((before, [at, length, put]) => {
      const start = at % (before.length + 1);
      return before.slice(0, start) + put + before.slice(start + length);
    }, text),
  );
