import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { backstageImporter } from '#importers/backstage/backstage-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importContext, itemsOf } from '#test/support/import-context.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

async function wholeCatalog(folder: string) {
  const entries: Entry[] = [];
  const rejections: string[] = [];
  const notes: string[] = [];
  for (const path of sharedFiles(folder)) {
    const text = readFileSync(path, 'utf8');
    expect(backstageImporter.detects(text.slice(0, 65_536), basename(path)), path).toBe(true);
    for (const item of await itemsOf(backstageImporter.read(memorySource(basename(path), text), importContext({ held: entries })))) {
      if (item.type === 'entry') entries.push(item.entry);
      else if (item.type === 'note') notes.push(item.text);
      else if (item.type !== 'held') rejections.push(`${item.rejection.file} ${item.rejection.place}: ${item.rejection.reason}`);
    }
  }
  return { entries, rejections, notes, view: viewAsOf(entries, '2026-11-21') };
}

const rolesOf = (view: ReturnType<typeof viewAsOf>, id: string) => [view.teams.get(id)?.parentId, [...view.persons.values()].filter(({ teamId }) => teamId === id).length];

describe.runIf(sharedFiles('data/backstage').length > 0)('the Backstage demo organisation', () => {
  it('has its 8 groups in a tree, 16 people in teams, and services with owners', async () => {
    const { view, rejections } = await wholeCatalog('data/backstage');
    expect(rejections).toEqual([]);
    expect(view.teams.size).toBe(8);
    expect(view.persons.size).toBe(16);
    expect(rolesOf(view, 'team-a')).toEqual(['backstage', 4]);
    expect(view.teams.get('infrastructure')).toMatchObject({ parentId: 'acme-corp', kind: 'engineering' });
    for (const person of view.persons.values()) expect(view.teams.has(person.teamId ?? '')).toBe(true);
    expect(view.services.get('artist-lookup')).toMatchObject({ teamId: 'team-a', exposure: 'unknown' });
    expect(view.services.get('sample-service-5')).toMatchObject({ repository: 'github.com/roadiehq/sample-service' });
    expect(view.services.get('backstage-demo')).toMatchObject({ teamId: 'backstage/maintainers', dependsOn: ['api:demo-graphql'] });
  });

  it('gives the same entities when read again', async () => {
    const { entries, view } = await wholeCatalog('data/backstage');
    for (const path of sharedFiles('data/backstage')) {
      const again = await itemsOf(backstageImporter.read(memorySource(basename(path), readFileSync(path)), importContext({ held: entries })));
      for (const item of again) {
        if (item.type === 'entry' && item.entry.kind === 'services') expect(item.entry.entity).toEqual(view.services.get(item.entry.entity.id));
        if (item.type === 'entry' && item.entry.kind === 'teams') expect(item.entry.entity).toEqual(view.teams.get(item.entry.entity.id));
        if (item.type === 'entry' && item.entry.kind === 'persons') expect(item.entry.entity).toEqual(view.persons.get(item.entry.entity.id));
      }
    }
  });
});

describe.runIf(sharedFiles('data/backstage-renamed-fork').length > 0)('a fork that renamed the apiVersion', () => {
  it('is read as a catalog with a note', async () => {
    const { view, rejections, notes } = await wholeCatalog('data/backstage-renamed-fork');
    expect(rejections).toEqual([]);
    expect(view.teams.size).toBe(8);
    expect(view.services.size).toBeGreaterThan(12);
    expect(notes.some((text) => text.includes("Its apiVersion is not Backstage's"))).toBe(true);
  });
});
