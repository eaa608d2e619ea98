/**
 * A reader of Makefiles, as far as they say what `make` runs.
 * https://www.gnu.org/software/make/manual/make.html, read 2026-11-25.
 */

import {
  automatic,
  closing,
  logicalLines,
  replaced,
  stemOf,
  UNTOLD,
  words,
} from './makefile-text.ts';

export { UNTOLD } from './makefile-text.ts';

export interface Rule {
  readonly targets: readonly string[];
  readonly prerequisites: readonly string[];
  /** Its lines, variables not yet expanded. */
  readonly recipe: readonly string[];
  readonly isPattern: boolean;
}

export interface MakeSettings {
  /** Variables of the command line: they win over those of the file. */
  readonly given: ReadonlyMap<string, string>;
  /** A variable of the environment. */
  environment(name: string): string | undefined;
  /** The text of an included file, its path as it is written. */
  include(path: string): string | undefined;
  /** The files that a pattern like `src/*.c` matches. */
  wildcard(pattern: string): readonly string[] | undefined;
}

/** The variables that make sets itself: https://www.gnu.org/software/make/manual/html_node/Implicit-Variables.html */
const BUILT_IN: Readonly<Record<string, string>> = {
  AR: 'ar',
  CC: 'cc',
  CXX: 'g++',
  CPP: 'cc -E',
  LD: 'ld',
  MAKE: 'make',
  RM: 'rm -f',
};

/** One command of a recipe. */
export interface RecipeLine {
  readonly text: string;
  readonly target: string;
}

export class Makefile {
  readonly rules: Rule[] = [];
  /** All text, that of included files as well. */
  readonly texts: string[] = [];
  /** A file that it includes is not known. */
  missing: string | undefined;
  private readonly variables = new Map<string, string>();
  private readonly settings: MakeSettings;
  private conditions = 0;

  constructor(text: string, settings: MakeSettings) {
    this.settings = settings;
    this.read(text);
  }

  /** What runs for these goals, in order; the default goal where there is none. */
  recipesFor(goals: readonly string[]): RecipeLine[] {
    const found: RecipeLine[] = [];
    const seen = new Set<string>();
    for (const goal of goals.length > 0 ? goals : this.defaultGoal()) this.visit(goal, seen, found);
    return found;
  }

  /** The variables that `export` gives to its commands. */
  exported(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [, name = ''] of this.texts.join('\n').matchAll(/^export\s+(\w+)/gm)) {
      found[name] = this.expand(`$(${name})`);
    }
    return found;
  }

  /** Is there a rule that makes it? */
  has(target: string): boolean {
    return this.rules.some(({ targets }) => targets.includes(target));
  }

  private defaultGoal(): string[] {
    const said = this.variables.get('.DEFAULT_GOAL');
    if (said !== undefined) return this.expand(said).split(/\s+/);
    const first = this.rules.find(
      ({ targets, isPattern }) => !isPattern && targets.some((name) => !name.startsWith('.')),
    );
    return first ? [first.targets.find((name) => !name.startsWith('.'))!] : [];
  }

  private visit(goal: string, seen: Set<string>, found: RecipeLine[]): void {
    if (seen.has(goal) || seen.size > 500) return;
    seen.add(goal);
    const own = this.rules.filter(({ targets, isPattern }) => !isPattern && targets.includes(goal));
    const pattern = own.some(({ recipe }) => recipe.length > 0) ? undefined : this.patternFor(goal);
    const prerequisites = [
      ...own.flatMap((rule) => rule.prerequisites),
      ...(pattern?.prerequisites ?? []),
    ];
    for (const name of prerequisites) this.visit(name, seen, found);
    const recipes = pattern ? [pattern.recipe] : own.map(({ recipe }) => recipe);
    for (const line of recipes.flat()) {
      found.push({ target: goal, text: this.expand(line, automatic(goal, prerequisites)) });
    }
    if (recipes.flat().length === 0) this.implicit(goal, prerequisites, found);
  }

  /** The rules that make knows itself, for linking objects or compiling one source. */
  private implicit(goal: string, prerequisites: readonly string[], found: RecipeLine[]): void {
    if (goal.startsWith('.') || /\.\w+$/.test(goal)) return;
    const own = (end: string): boolean =>
      prerequisites.includes(goal + end) || this.settings.wildcard(goal + end)?.length === 1;
    const cpp = own('.cc') || own('.cpp');
    if (!cpp && !own('.c') && !own('.o')) return;
    const compiler = cpp ? '$(CXX)' : '$(CC)';
    found.push({
      target: goal,
      text: this.expand(`${compiler} $(LDFLAGS) ${goal} $(LDLIBS) -o ${goal}`),
    });
  }

  private patternFor(
    goal: string,
  ): { prerequisites: string[]; recipe: readonly string[] } | undefined {
    for (const rule of this.rules) {
      if (!rule.isPattern || rule.recipe.length === 0) continue;
      for (const target of rule.targets) {
        const stem = stemOf(target, goal);
        if (stem === undefined) continue;
        const prerequisites = rule.prerequisites.map((name) => name.replace('%', stem));
        return { prerequisites, recipe: rule.recipe.map((line) => line.replaceAll('$*', stem)) };
      }
    }
    return undefined;
  }

  private read(text: string): void {
    this.texts.push(text);
    let rule: { recipe: string[] } | undefined;
    let inDefine = false;
    for (const line of logicalLines(text)) {
      if (/^\s*endef\b/.test(line)) inDefine = false;
      else if (/^\s*define\b/.test(line)) inDefine = true;
      if (inDefine || /^\s*endef\b/.test(line)) continue;
      if (line.startsWith('\t')) {
        if (rule && line.trim() !== '') rule.recipe.push(line.trim());
        continue;
      }
      const plain = line.replace(/(^|[^\\])#.*$/, '$1').trim();
      if (plain === '' || this.isCondition(plain) || this.isInclude(plain)) continue;
      if (this.isAssignment(plain)) continue;
      rule = this.ruleOf(plain);
    }
  }

  private isCondition(line: string): boolean {
    if (/^(?:ifeq|ifneq|ifdef|ifndef)\b/.test(line)) this.conditions++;
    else if (/^endif\b/.test(line)) this.conditions = Math.max(0, this.conditions - 1);
    else return /^else\b/.test(line);
    return true;
  }

  private isInclude(line: string): boolean {
    const match = /^(-?|s)include\s+(.+)$/.exec(line);
    if (!match) return /^(?:vpath|unexport|undefine)\b/.test(line);
    for (const path of this.expand(match[2]!).split(/\s+/).filter(Boolean)) {
      const text = path.includes(UNTOLD) ? undefined : this.settings.include(path);
      if (text !== undefined && this.texts.length < 20) this.read(text);
      else if (match[1] === '') this.missing ??= path.replace(UNTOLD, '…');
    }
    return true;
  }

  private isAssignment(line: string): boolean {
    const match =
      /^(?:override\s+|export\s+|private\s+)*([\w.-]+)\s*(\?|:{1,3}|\+|!)?=\s*(.*)$/.exec(line);
    if (!match) return /^(?:export|override)\b/.test(line);
    const [, name = '', operator = '', value = ''] = match;
    if (this.settings.given.has(name)) return true;
    const before = this.variables.get(name);
    if (operator === '?' && (before !== undefined || this.settings.environment(name) !== undefined))
      return true;
    const own =
      operator === '+'
        ? `${before ?? this.settings.environment(name) ?? ''} ${value}`
        : operator === '!'
          ? UNTOLD
          : value;
    const text = operator.startsWith(':') ? this.expand(own) : own;
    // Which branch holds is not told.
    const told =
      this.conditions === 0 || before === text || (operator === '+' && before === undefined);
    this.variables.set(name, told ? text : operator === '+' ? `${text} ${UNTOLD}` : UNTOLD);
    return true;
  }

  private ruleOf(line: string): { recipe: string[] } | undefined {
    const match = /^([^:=]+?)\s*::?(?!=)\s*([^=]*?)(?:;(.*))?$/.exec(line);
    // A variable of one target, as in `debug: CFLAGS += -g`.
    if (!match) return undefined;
    const targets = words(this.expand(match[1]!));
    const [prerequisites, ...pattern] = match[2]!.split(/:(?!=)/).toReversed();
    const names = words(this.expand(prerequisites!.replace('|', ' ')));
    const rule = {
      targets,
      prerequisites: pattern.length > 0 ? [] : names,
      recipe: match[3] === undefined ? [] : [match[3].trim()],
      isPattern: targets.some((name) => name.includes('%')),
    };
    if (targets.length > 0 && targets[0] !== '.PHONY') this.rules.push(rule);
    return rule;
  }

  /** A text with the variables and functions that are known. */
  expand(text: string, own: ReadonlyMap<string, string> = new Map(), depth = 0): string {
    if (depth > 20) return UNTOLD;
    let result = '';
    for (let i = 0; i < text.length; i++) {
      if (text[i] !== '$') {
        result += text[i];
        continue;
      }
      const open = text[i + 1];
      if (open === '$') result += '$';
      if (open === '$' || open === undefined) {
        i++;
        continue;
      }
      const end = open === '(' || open === '{' ? closing(text, i + 1) : i + 1;
      const inside = end > i + 1 ? text.slice(i + 2, end) : open;
      result += this.value(inside, own, depth + 1);
      i = end;
    }
    return result;
  }

  private value(inside: string, own: ReadonlyMap<string, string>, depth: number): string {
    const call = /^([a-z-]+)\s+(.*)$/s.exec(inside);
    if (call) return this.call(call[1]!, call[2]!, own, depth);
    const substitution = /^([\w.]+):([^=]*)=(.*)$/.exec(inside);
    if (substitution) {
      const [, name = '', from = '', to = ''] = substitution;
      const [before, after] = from.includes('%') ? [from, to] : [`%${from}`, `%${to}`];
      return replaced(this.value(name, own, depth), before, this.expand(after, own, depth));
    }
    const directory = /^(.)([DF])$/.exec(inside);
    if (directory) {
      const path = own.get(directory[1]!) ?? UNTOLD;
      const at = path.lastIndexOf('/');
      return directory[2] === 'F' ? path.slice(at + 1) : at < 0 ? '.' : path.slice(0, at);
    }
    const value =
      own.get(inside) ??
      this.settings.given.get(inside) ??
      this.variables.get(inside) ??
      this.settings.environment(inside) ??
      BUILT_IN[inside];
    if (value === undefined) return /^[@<^+*?]$/.test(inside) ? UNTOLD : '';
    return this.expand(value, own, depth);
  }

  private call(
    name: string,
    text: string,
    own: ReadonlyMap<string, string>,
    depth: number,
  ): string {
    const args = text.split(',').map((arg) => this.expand(arg.trim(), own, depth));
    const last = args.at(-1) ?? '';
    switch (name) {
      case 'wildcard': {
        const files = words(args.join(',')).map((pattern) => this.settings.wildcard(pattern));
        return files.includes(undefined) ? UNTOLD : files.flatMap((some) => some ?? []).join(' ');
      }
      case 'patsubst':
        return args.length === 3 ? replaced(last, args[0]!, args[1]!) : UNTOLD;
      case 'subst':
        return args.length === 3 ? last.replaceAll(args[0]!, args[1]!) : UNTOLD;
      case 'addprefix':
        return words(last)
          .map((word) => args[0]! + word)
          .join(' ');
      case 'addsuffix':
        return words(last)
          .map((word) => word + args[0]!)
          .join(' ');
      case 'notdir':
        return words(last)
          .map((word) => word.slice(word.lastIndexOf('/') + 1))
          .join(' ');
      case 'basename':
        return words(last)
          .map((word) => word.replace(/\.[^./]*$/, ''))
          .join(' ');
      case 'strip':
      case 'sort':
        return words(last).join(' ');
      case 'info':
      case 'warning':
        return '';
      default:
        return UNTOLD;
    }
  }
}
