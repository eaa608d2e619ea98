/** Dockerfiles of any length, each long in one way. */

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

const HEAD = 'FROM debian:12\n';

export const SHAPES: Readonly<Record<string, (lines: number) => string>> = {
  'many RUNs': (lines) => HEAD + repeat(lines, (index) => `RUN mkdir -p /srv/${index}\n`),
  'RUNs that stay apart': (lines) =>
    HEAD + repeat(lines / 2, (index) => `RUN mkdir -p /srv/${index}\nWORKDIR /srv/${index}\n`),
  'one RUN': (lines) =>
    `${HEAD}RUN mkdir -p /srv \\\n${repeat(lines, (index) => ` && touch /srv/${index} \\\n`)} && true\n`,
  'one install': (lines) =>
    `${HEAD}RUN apt-get update && apt-get install -y \\\n${repeat(lines, (index) => `    package-${index} \\\n`)}    curl\n`,
  'many installs': (lines) =>
    HEAD +
    repeat(
      lines / 2,
      (index) => `RUN apt-get update && apt-get install -y p${index}\nUSER ${index}\n`,
    ),
  stages: (lines) =>
    repeat(
      lines / 4,
      (index) =>
        `FROM debian:12 AS s${index}\nRUN touch /a\nCOPY --from=${Math.max(index - 1, 0)} /a /b\n\n`,
    ),
  'stages on each other': (lines) =>
    `FROM debian:12 AS s0\n${repeat(lines / 2, (index) => `FROM s${index} AS s${index + 1}\nRUN touch /${index}\n`)}`,
  comments: (lines) =>
    HEAD + repeat(lines / 2, (index) => `# note ${index}\nRUN touch /srv/${index}\n`),
  'comments in a RUN': (lines) =>
    `${HEAD}RUN true \\\n${repeat(lines / 2, (index) => `# note ${index}\n && touch /srv/${index} \\\n`)} && true\n`,
  'ENV chain': (lines) =>
    `${HEAD}ENV V0=a\n${repeat(lines, (index) => `ENV V${index + 1}=$V${index}b\n`)}`.replace(
      /b\n(?=ENV V\d*00=)/g,
      '\n',
    ),
  'ARG and ENV of one name': (lines) => HEAD + repeat(lines / 2, () => 'ARG A=1\nENV B=$A\n'),
  'one heredoc': (lines) =>
    `${HEAD}RUN <<EOF\n${repeat(lines, (index) => `touch /srv/${index}\n`)}EOF\n`,
  'blank lines': (lines) => HEAD + '\n'.repeat(lines) + 'RUN true\n',
};
