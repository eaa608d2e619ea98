import { valueOf } from '../../../../src/kit.ts';
import type { ContextFile } from '../brought.ts';
import { pathFrom } from '../steps.ts';
import type { Step, Subject } from '../types.ts';
import { bundleCall } from './bundler.ts';

/** What a step does to a Ruby application. */
export interface RubyDeed {
  /** It changes nothing but gems and the directory in which it runs. */
  readonly step: Step;
  /** Runs in the application, so that the directory ships. */
  readonly inApplication: boolean;
  /** What has to be assumed of it. */
  readonly assumption?: string;
}

/**
 * Tasks that make files in the application only: of Rails and of gems that build pages.
 * See https://guides.rubyonrails.org/command_line.html.
 */
const TASKS =
  /^(?:assets|webpacker|vite|vite_ruby|css|javascript|tailwindcss|dartsass|tmp|log|db|yarn|bower|i18n|i18n-js|bootsnap|spec|test|rubocop|zeitwerk|build|react_on_rails|shakapacker|apipie|rswag|browserify)(?::|$)/;

/** Programs of gems that build or check in the directory where they run. */
const LOCAL_PROGRAMS =
  /^(?:rspec|rubocop|brakeman|bundle-audit|bundler-audit|jekyll|middleman|nanoc|bootsnap|sass|scss-lint|haml-lint|erblint|standardrb|reek|asciidoctor|yard|i18n|srb|compass)$/;

/** Writes files, or runs what may. */
const WRITES =
  /\bFile\.(?:open|new)\s*\(?[^\n,)]*,|\b(?:File\.(?:write|binwrite|rename|delete|unlink|symlink|link|chmod)|IO\.(?:write|popen|copy_stream)|FileUtils|Dir\.mk\w*|mkdir\w*|Tempfile|Open3|PStore|SQLite3|Sequel|ActiveRecord)\b|(?<!File\.)\b(?:open|system|exec|spawn|load|eval|require_relative|syscall)\b|`|%x/;

/** Undefined: it is no step of a Ruby application. */
export function rubyDeed(
  subject: Subject,
  step: Step,
  files: readonly ContextFile[] | undefined,
): RubyDeed | undefined {
  if (step.program === 'gem') return gemDeed(step);
  const call = bundleCall(step);
  if (!call) return programDeed(subject, step, step.program, step.args, files);
  if (call.verb !== 'exec') return { step, inApplication: !/^(?:config|version)$/.test(call.verb) };
  const [program, ...args] = call.args.filter((arg, i) => i > 0 || !arg.startsWith('-'));
  return programDeed(subject, step, (program ?? '').replace(/^.*\//, ''), args, files);
}

function gemDeed(step: Step): RubyDeed | undefined {
  const { args } = step;
  if (args.some((arg) => /^(?:--user-install|-i|--install-dir|-n|--bindir)/.test(arg)))
    return undefined;
  if (args.includes('--system')) {
    return { step, inApplication: false, assumption: 'RubyGems of the base image will do' };
  }
  return { step, inApplication: false };
}

function programDeed(
  subject: Subject,
  step: Step,
  program: string,
  args: readonly string[],
  files: readonly ContextFile[] | undefined,
): RubyDeed | undefined {
  const words = args.filter((arg) => !/^-|^\w+=/.test(arg));
  if (program === 'rake' || program === 'rails') {
    const known = words.length > 0 && words.every((word) => TASKS.test(word));
    return known ? { step, inApplication: true } : undefined;
  }
  if (LOCAL_PROGRAMS.test(program)) return { step, inApplication: true };
  if (program !== 'ruby') return undefined;
  // `ruby bin/rake assets:precompile`
  const [script, ...rest] = words;
  if (script === undefined) return undefined;
  const name = script.replace(/^.*\//, '');
  if (/^(?:rake|rails)$/.test(name)) return programDeed(subject, step, name, rest, files);
  const path = pathFrom(step.directory, script);
  const file = files?.findLast((one) => one.path === path);
  const text = file && valueOf(subject.context.readText(file.source));
  return text === undefined || WRITES.test(text) ? undefined : { step, inApplication: false };
}
