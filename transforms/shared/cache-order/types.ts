import { valueOf, type Context, type Fact, type PathKind, type Stage } from '../../../src/kit.ts';
import { pathFrom } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';

/** A directory of the build context that a copy brings into the image. */
export class Project {
  /** In the image. */
  readonly directory: string;
  /** In the build context; empty for its root. */
  readonly source: string;
  readonly context: Context;
  /** The directory of the build context that is copied, which the project is in. */
  private readonly copied: string;
  /** Where an earlier copy has a file of the image from: its path in the build context. */
  private readonly earlier: (path: string) => string | undefined;

  constructor(
    directory: string,
    source: string,
    context: Context,
    copied: string,
    earlier: (path: string) => string | undefined = () => undefined,
  ) {
    this.directory = directory;
    this.source = source;
    this.context = context;
    this.copied = copied;
    this.earlier = earlier;
  }

  /** The directories of the build context above it that are copied too, the nearest first. */
  above(): string[] {
    const found: string[] = [];
    for (let at = this.source; at !== this.copied && at !== '';) {
      at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '';
      found.push(at);
    }
    return found;
  }

  /** In the build context: of the copy, or of an earlier one where that has no such file. */
  pathOf(name: string): string {
    const own = this.source === '' ? name : `${this.source}/${name}`;
    if (valueOf(this.context.kindOf(own)) !== 'missing') return own;
    const path = pathFrom(this.directory, name);
    return (path === undefined ? undefined : this.earlier(path)) ?? own;
  }

  kindOf(name: string): Fact<PathKind> {
    return this.context.kindOf(this.pathOf(name));
  }

  text(name: string): string | undefined {
    return valueOf(this.context.readText(this.pathOf(name)));
  }

  has(name: string): boolean {
    const kind = valueOf(this.kindOf(name));
    return kind === 'file' || kind === 'directory';
  }

  /** The names in it; undefined where the context does not tell. */
  names(): readonly string[] | undefined {
    return valueOf(this.context.list(this.source));
  }

  /** Those of these names that are there. */
  existing(names: readonly string[]): string[] {
    return names.filter((name) => this.has(name));
  }
}

/** What an installation reads of the project, and nothing else. */
export interface Needs {
  /** Files and directories, from the directory of the project. */
  readonly reads: readonly string[];
  /** What it makes in the project, and a later copy could overwrite. */
  readonly makes?: readonly string[];
  /** The command that does its part without the source, where it is not the command itself. */
  readonly early?: string;
  /** What could not be established. */
  readonly assumption?: string;
}

/** Why nothing can be done: a key of the reasons, and what completes it. */
export interface Against {
  readonly reason: string;
  readonly detail?: string;
}

export const isAgainst = (answer: Needs | Against): answer is Against => 'reason' in answer;

/** A command that installs what manifests of the project list. */
export interface Call {
  readonly step: Step;
  /** As the message names it. */
  readonly what: string;
  /** The directory of the project, from that of the step. */
  readonly directory: string;
  /** The file that every project of the kind has. */
  readonly marker: string | undefined;
  /** What it reads; `project` is undefined where no context tells. */
  needs(project: Project, stage: Stage): Needs | Against;
  /** What it may be taken to read without a build context. */
  readonly guess?: readonly string[];
}

/** Recognises the installations of one package manager. */
export type Recogniser = (step: Step) => Call | undefined;
