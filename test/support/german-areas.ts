import { globSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, '../../src/language/german');
const areaModule = z.record(z.string(), z.record(z.string(), z.string()));

/** The German catalogue file by file: every area's messages as they are written. */
export async function germanAreas(): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const areas = new Map<string, Readonly<Record<string, string>>>();
  for (const file of globSync('*.ts', { cwd: FOLDER }).sort()) {
    if (file === 'german.ts') continue;
    for (const [name, held] of Object.entries(areaModule.parse(await import(join(FOLDER, file))))) areas.set(`${file} ${name}`, held);
  }
  return areas;
}
