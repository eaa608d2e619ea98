/** The final stage that multi-stage writes has the configuration that the file had. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { casesOf } from '../src/dev/fixtures.ts';
import { fix, memoryContext, parseDockerfile, transforms } from '../src/index.ts';
import { configurationOf, type Configuration } from './helpers/configuration.ts';

const multiStage = transforms.filter(({ id }) => id === 'multi-stage');

const context = memoryContext({
  'go.mod': 'module example.com/hello\n\ngo 1.24\n',
  'main.go': 'package main\n\nfunc main() { println("hello") }\n',
});

/** Settings of the container, which may stand anywhere in the file. */
const setting = fc.constantFrom(
  'ENV MODE=fast',
  'ENV MODE slow',
  'ENV A=1 \\\n    B="two words"',
  'ENV C=3\nENV GOFLAGS=-mod=mod KEPT=$C',
  'ARG VERSION=1.2\nENV APP_VERSION=${VERSION}',
  '# the port\nEXPOSE 8080',
  'EXPOSE 9000/udp 9001',
  'LABEL a=b "c d"=e',
  'VOLUME /data',
  'VOLUME ["/data", "/more"]',
  'STOPSIGNAL SIGINT',
  'HEALTHCHECK CMD ["/usr/local/bin/hello", "-check"]',
  'WORKDIR /srv',
  'WORKDIR sub/dir',
  'USER 1000:1000',
  'USER root',
  'ENTRYPOINT ["/usr/local/bin/hello"]',
  '# what starts\n\nCMD ["/usr/local/bin/hello", "-v"]',
  'ONCE',
);

const file = fc
  .tuple(fc.array(setting, { maxLength: 6 }), fc.array(setting, { maxLength: 6 }))
  .map(([earlier, behind]) => {
    // A directory that only WORKDIR makes is a reason to refuse.
    const before = earlier.filter((text) => !text.startsWith('WORKDIR'));
    const lines = (list: readonly string[]): string =>
      list
        .filter((text) => text !== 'ONCE')
        .map((text) => `${text}\n`)
        .join('');
    return (
      `FROM golang:1.24-bookworm\n${lines(before)}WORKDIR /src\nCOPY go.mod main.go ./\nUSER root\n` +
      `RUN go build -o /usr/local/bin/hello .\n${lines(behind)}` +
      'CMD ["/usr/local/bin/hello"]\n'
    );
  });

/** Without what only the build reads. */
function comparable(configuration: Configuration): Configuration {
  const { GOFLAGS: _, ...env } = configuration.env;
  return { ...configuration, env };
}

describe('the configuration', () => {
  test('is the same before and after, wherever it is set', () => {
    fc.assert(
      fc.property(file, (text) => {
        const result = fix(text, { transforms: multiStage, context });
        expect(result.bugs).toEqual([]);
        expect(result.status).toBe('changed');
        const after = parseDockerfile(result.output);
        expect(after.stages).toHaveLength(2);
        expect(comparable(configurationOf(after))).toEqual(
          comparable(configurationOf(parseDockerfile(text))),
        );
      }),
      { numRuns: 300 },
    );
  });

  const converted = casesOf('multi-stage').filter(({ hasExpected }) => hasExpected);

  // The start command and variables may change on purpose: their fixtures show how.
  test.each(converted.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const pick = ({ ports, volumes, labels, stopSignal, healthcheck }: Configuration) => ({
      ports,
      volumes,
      labels,
      stopSignal,
      healthcheck,
    });
    expect(pick(configurationOf(parseDockerfile(fixture.expected)))).toEqual(
      pick(configurationOf(parseDockerfile(fixture.input))),
    );
  });
});
