import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import manifest from '../../package.json' with { type: 'json' };
import { cli } from '../../src/cli/cli.ts';
import { transforms } from '../../src/index.ts';
import { dockopt, json, NAIVE, tree, type Outcome } from './helpers.ts';

/** Without the cost of a process of its own. */
async function inProcess(args: readonly string[]): Promise<Omit<Outcome, 'stdout'>> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const streams = { stdout, stderr } as unknown as Parameters<typeof cli>[2];
  const status = await cli(args, '0', streams);
  const all = (stream: PassThrough): string => String(stream.read() ?? '');
  return { status, out: all(stdout), err: all(stderr) };
}

describe('usage', () => {
  test.each([
    [['fxi'], 'dockopt: no command is called "fxi"; did you mean dockopt fix?'],
    [
      ['Dockerfile'],
      'dockopt: no command is called "Dockerfile"; it takes fix, run, verify, migrate, lsp, list, init, new-transform, explain',
    ],
    [
      ['--write', 'fix'],
      'dockopt: "--write" needs a command before it: fix, run, verify, migrate, lsp, list, init, new-transform, explain',
    ],
    [['fix', '--wirte'], 'dockopt: no option is called "--wirte"; did you mean --write?'],
    [['fix', '-x'], 'dockopt: no option is called "-x"; see dockopt fix --help'],
    [
      ['fix', '--__proto__=x'],
      'dockopt: no option is called "--__proto__"; see dockopt fix --help',
    ],
    [['fix', '--write=no'], 'dockopt: --write takes no value'],
    [['fix', '--only'], 'dockopt: --only needs a value'],
    [
      ['fix', '--only', 'merge-run'],
      'no transform is called "merge-run"; did you mean merge-runs?',
    ],
    [['fix', '--skip', 'a,b'], 'dockopt: no transform is called "a"; see dockopt list'],
    [
      ['fix', '--only', 'merge-runs', '--skip', 'merge-runs'],
      '--only and --skip leave no transform',
    ],
    [['fix', '--safe', '--unsafe'], 'dockopt: --safe and --unsafe exclude each other'],
    [['fix', '--format', 'xml'], 'dockopt: --format takes diff, json, text, sarif'],
    [['fix', '--set', 'merge-runs.stages'], '--set takes ID.OPTION=VALUE, not "merge-runs.stages"'],
    [
      ['fix', '--final-base', 'tiny'],
      '--final-base takes auto or scratch or distroless or alpine or slim, not "tiny"',
    ],
    [['fix', '--set', 'x.y=z'], 'dockopt: no transform is called "x"; see dockopt list'],
    [['fix', '--set', 'merge-runs.x=z'], 'dockopt: merge-runs has no option "x"'],
    [['fix', '--set', 'merge-runs.stages=z'], 'merge-runs.stages takes shipped or all, not "z"'],
    [['fix', '--context', 'nope'], 'dockopt: --context nope: it does not exist; check the path'],
    [['fix', '-', 'Dockerfile'], 'dockopt: "-" (standard input) goes without other paths'],
    [['fix', '-', '--write'], 'dockopt: "-" (standard input) goes without --write'],
    [['fix', ''], 'dockopt: a path is empty'],
    [['list', 'x'], 'dockopt: list takes no names'],
    [['explain'], 'dockopt: explain needs the ID of a transform'],
    [['explain', 'merge_runs'], 'no transform is called "merge_runs"; did you mean merge-runs?'],
  ])('%j is one clear line', async (args, message) => {
    const { status, out, err } = await inProcess(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
    expect(err.split('\n')).toHaveLength(2);
  });

  test('usage from outside', () => {
    expect(dockopt(tree(), ['fxi'])).toMatchObject({
      status: 2,
      out: '',
      err: 'dockopt: no command is called "fxi"; did you mean dockopt fix?\n',
    });
  });

  test('help and version', () => {
    const root = tree();
    expect(dockopt(root, ['--version'])).toMatchObject({
      status: 0,
      out: `${manifest.version}\n`,
      err: '',
    });
    for (const args of [[], ['--help']]) {
      const { status, out, err } = dockopt(root, args);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toContain('dockopt explain <id>');
    }
    expect(dockopt(root, ['fix', '--help']).out).toContain('--context');
  });

  test('paths that look like something else', () => {
    const files = {
      '-x': NAIVE,
      '1': NAIVE,
      '0x10': NAIVE,
      '"q"': NAIVE,
      'a=b': NAIVE,
      list: NAIVE,
    };
    const names = Object.keys(files);
    const result = json(tree(files), ['--', ...names]);
    expect(result.files.map((file) => file.path)).toEqual(names);
    expect(result.summary).toMatchObject({ files: 6, changed: 6, failed: 0 });
  });

  test('list and explain', () => {
    const root = tree();
    expect(dockopt(root, ['list']).out).toMatch(/^merge-runs +safe +Merge consecutive RUNs/m);
    const listed = JSON.parse(dockopt(root, ['list', '--format', 'json']).out) as {
      transforms: { id: string }[];
    };
    expect(listed.transforms.map(({ id }) => id)).toEqual(transforms.map(({ id }) => id));
    const merges = { id: 'merge-runs', emits: ['safe'] };
    expect(listed.transforms).toContainEqual(expect.objectContaining(merges));
    for (const { id } of listed.transforms) {
      const { status, out } = dockopt(root, ['explain', id]);
      expect(status).toBe(0);
      expect(out).toContain(`# dockopt ignore=${id} -- reason`);
    }
    const { out } = dockopt(root, ['explain', 'merge-runs']);
    expect(out).toContain('# hadolint ignore=DL3059');
    expect(out).toContain('--set merge-runs.stages=shipped|all (default shipped)');
    expect(out).toMatch(/https:\/\/docs\.docker\.com\/reference\/dockerfile\/#run,\s+read 20/);
  });
});
