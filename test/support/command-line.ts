import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '#cli/main.ts';

export interface CommandResult {
  code: number;
  /** Standard output. */
  printed: string;
  /** Standard error. */
  said: string;
}

export interface CommandLine {
  /** A folder of its own, with a data folder `record` for the store. */
  folder: string;
  run(...args: readonly string[]): Promise<CommandResult>;
  remove(): void;
}

/** Runs commands as a shell would, in an empty folder, on a fixed day. */
export function commandLine(today = '2026-11-21', environment: Readonly<Record<string, string>> = {}): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'whose-call-commands-'));
  return {
    folder,
    async run(...args) {
      const printed: string[] = [];
      const said: string[] = [];
      const code = await main(args, {
        print: (text) => void printed.push(text),
        say: (text) => void said.push(text),
        interactive: false,
        folder,
        today: () => today,
        environment,
        pause: () => Promise.resolve(),
      });
      return { code, printed: printed.join('\n'), said: said.join('\n') };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
