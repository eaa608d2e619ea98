import { valueOf } from '../../../../src/kit.ts';
import { pathFrom } from '../steps.ts';
import type { NoPlan, Step, Subject } from '../types.ts';

/** What the file tells Bundler and RubyGems. */
export interface Bundling {
  /** Where gems and the settings of Bundler lie. */
  readonly homes: readonly string[];
  /** Groups that are not installed. */
  readonly leftOut: ReadonlySet<string>;
  /** Optional groups that are. */
  readonly asked: ReadonlySet<string>;
  readonly installs: readonly Step[];
}

/** `bundle _2.4.1_ install --jobs 4`: `install`, `--jobs 4`. */
export function bundleCall(
  step: Step,
): { readonly verb: string; readonly args: readonly string[] } | undefined {
  if (step.program !== 'bundle' && step.program !== 'bundler') return undefined;
  const words = step.args.filter((arg) => !/^_[\d.\w]+_$/.test(arg));
  const at = words.findIndex((word) => !word.startsWith('-'));
  // Without a command it installs.
  if (at < 0) return { verb: 'install', args: words };
  return { verb: words[at]!, args: [...words.slice(0, at), ...words.slice(at + 1)] };
}

/** The value of a variable when the stage ends. */
export function finalValue({ stage, base }: Subject, name: string): string | undefined {
  const end = (stage.instructions.at(-1) ?? stage.from).index + 1;
  const value = valueOf(stage.scope.value(end, name));
  return value === undefined || value === '' ? base.env[name] : value;
}

/** Settings that decide what `bundle exec` looks for. https://bundler.io/man/bundle-config.1.html, read 2026-11-25. */
const DECISIVE =
  /^(?:without|with|only|path|path\.system|deployment|gemfile|force_ruby_platform|specific_platform|disable_exec_load)$/;

export function bundlingOf(subject: Subject): Bundling | NoPlan {
  const home = finalValue(subject, 'GEM_HOME');
  if (home === undefined || !home.startsWith('/')) {
    return { reason: 'no-base', detail: 'where its gems are installed is not known' };
  }
  const reader = new Reader(subject, home);
  for (const step of subject.steps) {
    const trouble = reader.step(step);
    if (trouble) return trouble;
  }
  return reader.result();
}

class Reader {
  private readonly subject: Subject;
  private readonly homes: Set<string>;
  private readonly leftOut: Set<string>;
  private readonly asked: Set<string>;
  private readonly installs: Step[] = [];

  constructor(subject: Subject, home: string) {
    this.subject = subject;
    this.homes = new Set([home]);
    this.leftOut = new Set(groupsOf(finalValue(subject, 'BUNDLE_WITHOUT')));
    this.asked = new Set(groupsOf(finalValue(subject, 'BUNDLE_WITH')));
    for (const name of ['BUNDLE_PATH', 'BUNDLE_APP_CONFIG']) {
      const path = finalValue(subject, name);
      if (path?.startsWith('/')) this.homes.add(path);
    }
  }

  result(): Bundling {
    const { leftOut, asked, installs } = this;
    return { homes: [...this.homes], leftOut, asked, installs };
  }

  step(step: Step): NoPlan | undefined {
    const call = bundleCall(step);
    if (!call) return undefined;
    if (call.verb === 'config') return this.config(step, call.args);
    if (!/^(?:install|update)$/.test(call.verb)) return undefined;
    this.installs.push(step);
    for (const group of optionOf(call.args, '--without')) this.leftOut.add(group);
    for (const group of optionOf(call.args, '--with')) this.asked.add(group);
    const [path] = optionOf(call.args, '--path');
    if (path !== undefined) this.path(step, path);
    return undefined;
  }

  /** A path of its own outside of the application. */
  private path(step: Step, path: string): void {
    const at = pathFrom(step.directory, path);
    if (at !== undefined) this.homes.add(at);
  }

  private config(step: Step, args: readonly string[]): NoPlan | undefined {
    const words = args.filter((arg) => !arg.startsWith('-'));
    const isSet = words[0] === 'set';
    const [name, ...values] = isSet ? words.slice(1) : words;
    if (name === undefined || values.length === 0 || /^(?:unset|get|list)$/.test(name))
      return undefined;
    const value = values.join(' ');
    if (name === 'without') for (const group of groupsOf(value)) this.leftOut.add(group);
    if (name === 'with') for (const group of groupsOf(value)) this.asked.add(group);
    if (name === 'path') this.path(step, value);
    if (!DECISIVE.test(name) || !this.isGlobal(step, args, isSet)) return undefined;
    const user = step.run.state && valueOf(step.run.state.user);
    if (user !== undefined && !/^(?:root|0)(?::|$)/.test(user)) {
      return {
        reason: 'unaccounted',
        detail: `bundle config writes to the home of ${user} (line ${step.run.given.line})`,
      };
    }
    this.homes.add('/root/.bundle');
    return undefined;
  }

  /** Bundler 2.1, which came with Ruby 2.7, writes to the application where there is one. */
  private isGlobal(step: Step, args: readonly string[], isSet: boolean): boolean {
    if (args.includes('--global')) return true;
    if (args.includes('--local')) return false;
    if (!isSet && isBefore27(this.subject)) return true;
    return !this.subject.brought.some(
      ({ copy, path, source }) =>
        copy.index < step.run.index &&
        path !== undefined &&
        step.directory !== undefined &&
        (path === `${step.directory}/Gemfile` ||
          (path === step.directory && (source === '' || !source?.includes('.')))),
    );
  }
}

function isBefore27({ ref }: Subject): boolean {
  const version = /^(\d+)\.(\d+)/.exec(ref.tag ?? '');
  return (
    version !== null && (Number(version[1]) < 2 || (version[1] === '2' && Number(version[2]) < 7))
  );
}

const groupsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .replaceAll(/^["']|["']$/g, '')
    .split(/[\s:]+/)
    .filter(Boolean);

/** The words behind an option up to the next one, or what is glued to it. */
function optionOf(args: readonly string[], name: string): string[] {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return [];
  if (args[at] !== name) return groupsOf(args[at]!.slice(name.length + 1));
  const end = args.findIndex((arg, i) => i > at && arg.startsWith('-'));
  return args.slice(at + 1, end < 0 ? args.length : end).flatMap((arg) => groupsOf(arg));
}
