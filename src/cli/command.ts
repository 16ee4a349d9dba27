/** What a command writes to and reads from; tests give their own. */
export interface Terminal {
  /** Standard output: answers. With `--json` one JSON value and nothing else. */
  print(text: string): void;
  /** Standard error: what happened, and problems. */
  say(text: string): void;
  /** True when a person watches standard error, so that progress can be drawn. */
  interactive: boolean;
  /** The folder that relative paths are read from. */
  folder: string;
  today(): string;
  /** Variables of the process; absent where a test sets none. */
  environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Waits some milliseconds; absent = by the clock. */
  pause?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/** 0 done, 1 something was refused or did not pass a check, 2 the call itself is wrong. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  name: string;
  usage: string;
  summary: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** The call itself is wrong: an unknown option, a missing path. Ends with exit code 2. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
}
