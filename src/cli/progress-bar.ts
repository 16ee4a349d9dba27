import { Presets, SingleBar } from 'cli-progress';
import type { Source } from '#importers/importer.ts';
import type { ImportProgress } from '#server/imports/import-sources.ts';

export interface ProgressBar {
  show(progress: ImportProgress): void;
  end(): void;
}

/** One bar over the bytes of all files, on standard error; nothing where nobody watches. */
export function progressBar(watched: boolean, sources: readonly Source[]): ProgressBar {
  if (!watched) return { show: () => undefined, end: () => undefined };
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  const read = new Map<string, number>();
  const bar = new SingleBar(
    { format: '{bar} {percentage}% | {file}', stream: process.stderr, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(Math.max(total, 1), 0, { file: '' });
  return {
    show({ file, bytes }) {
      read.set(file, bytes);
      bar.update([...read.values()].reduce((sum, each) => sum + each, 0), { file });
    },
    end: () => bar.stop(),
  };
}
