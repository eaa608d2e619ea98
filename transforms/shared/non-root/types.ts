import type { BaseImage, Context, Document, Fact, Instruction, Stage } from '../../../src/kit.ts';
import type { Start } from '../multi-stage/start.ts';
import type { Step } from '../multi-stage/types.ts';

/** The image that the file makes, read for who runs it. */
export interface Image {
  readonly doc: Document;
  readonly context: Context;
  /** The last stage of the file. */
  readonly stage: Stage;
  /** The instructions of that stage and of the stages that it is built on, in order. */
  readonly instructions: readonly Instruction[];
  /** Undefined on `scratch`. */
  readonly base: BaseImage | undefined;
  readonly steps: readonly Step[];
  readonly start: Start;
  /** The working directory of the container. */
  readonly workdir: Fact<string>;
  /** Can RUN be used in the stage: is there a shell? */
  readonly hasShell: boolean;
}

/** The user that the container will run as. */
export interface Account {
  /** As it is written behind USER and `--chown`: a name, or numbers where there is no passwd file. */
  readonly user: string;
  readonly group: string;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  /** The commands that make it, in order; empty where it is there. */
  readonly made: readonly string[];
  /** Where it comes from, for the message. */
  readonly origin: 'image' | 'file' | 'made' | 'numbers';
  readonly home: string | undefined;
  /** The instruction behind which the file has made it. */
  readonly since: Instruction | undefined;
}

/** A directory, or a file, that the application writes to. */
export interface Written {
  /** Absolute, in the image. */
  readonly path: string;
  readonly kind: 'directory' | 'file';
  /** The base image has it. */
  readonly exists?: boolean;
  /** A RUN with such commands leaves files of root in it. */
  readonly filledBy?: RegExp;
  /** What tells of it, as the message says it. */
  readonly because: string;
}

/** What the application writes, as far as its code, its settings and its scripts tell. */
export interface Writes {
  readonly paths: readonly Written[];
  /** What may write elsewhere: each makes the finding unsafe. */
  readonly unknown: readonly string[];
  /** What needs a home directory. */
  readonly home: readonly string[];
}

/** Why it is refused: a key of the reasons, and what completes the sentence. */
export interface Obstacle {
  readonly reason: string;
  readonly detail?: string;
}
