import { beforeAll, describe, expect, test, vi } from 'vitest';
import { currentLanguage } from '#language/current.ts';
import { actResponse } from '#contract/act.ts';
import { packResponse } from '#contract/pack.ts';
import { pictureSchema } from '#contract/picture.ts';
import { policyPreviewSchema, policyViewSchema } from '#contract/policy.ts';
import { problemSchema } from '#contract/problem.ts';
import { readPackRecord } from '#core/pack/pack-record.ts';
import { smallCompanyEntries } from '#test/support/small-company.ts';
import { testApp, type TestApp } from '#test/support/test-app.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let app: TestApp;
beforeAll(async () => {
  app = await testApp(smallCompanyEntries());
});

/** Everything the rules say in a picture, title, sentence and next step. */
async function saidIn(answer: Response): Promise<readonly string[]> {
  const { risks } = pictureSchema.parse(await answer.json());
  return risks.flatMap((risk) => [risk.authority.sentence, risk.information.sentence, risk.lowest.sentence, ...risk.flags.flatMap((flag) => [flag.title, flag.sentence, flag.nextStep])]);
}

describe('an answer of the server', () => {
  test('is in English unless another language is asked for', async () => {
    const plain = await app.get('/api/v1/picture');
    expect([plain.headers.get('content-language'), plain.headers.get('vary')]).toEqual(['en', 'Accept-Language']);
    const said = await saidIn(plain);
    expect(said.length).toBeGreaterThan(20);
    expect(await saidIn(await app.get('/api/v1/picture', { 'accept-language': 'fr' }))).toEqual(said);
  });

  test('is in the language of the header, and of the query before it, sentence for sentence', async () => {
    const english = await saidIn(await app.get('/api/v1/picture'));
    const german = await app.get('/api/v1/picture', { 'accept-language': 'de-CH, en;q=0.5' });
    expect(german.headers.get('content-language')).toBe('de');
    const said = await saidIn(german);
    expect(said).toHaveLength(english.length);
    expect(said.filter((text, at) => text === english[at])).toEqual([]);
    expect(await saidIn(await app.get('/api/v1/picture?language=de', { 'accept-language': 'en' }))).toEqual(said);
    expect(await saidIn(await app.get('/api/v1/picture?language=en', { 'accept-language': 'de' }))).toEqual(english);
  });

  test('in two languages asked for at once is in each its own, with its own mark', async () => {
    const asked = ['en', 'de', 'en', 'de'].map((language) => app.get(`/api/v1/picture?language=${language}`));
    const answers = await Promise.all(asked);
    const marks = answers.map((answer) => answer.headers.get('etag') ?? '');
    expect(new Set(marks).size).toBe(2);
    expect([marks[2], marks[3]]).toEqual([marks[0], marks[1]]);
    const held = await app.get('/api/v1/picture?language=de', { 'if-none-match': marks[1] ?? '' });
    expect([held.status, held.headers.get('content-language')]).toEqual([304, 'de']);
    expect(currentLanguage().tag).toBe('en');
  });

  test('is refused in a language that is not shipped', async () => {
    expect((await app.get('/api/v1/picture?language=fr')).status).toBe(400);
    expect((await app.get('/api/v1/picture?language=de&language=en')).status).toBe(400);
  });
});

describe('the policy', () => {
  test('says every setting, its meaning, its reason and the conditions it moves in the language asked for', async () => {
    const [english, german] = await Promise.all(['en', 'de'].map(async (language) => {
      const { settings } = policyViewSchema.parse(await app.json(`/api/v1/policy?language=${language}`));
      return settings.flatMap(({ label, meaning, why, moves }) => [label, meaning, why, ...moves.map(({ title }) => title)]);
    }));
    expect(german).toHaveLength(english?.length ?? 0);
    expect(german?.filter((text, at) => text === english?.[at])).toEqual([]);
  });

  test('says what a change would do, and what makes no sense about one', async () => {
    const changes = { figures: { 'clock.U60': 10, 'A7.share': 0.625 }, tolerance: { points: [{ above: 5_000_000, atMost: 0.205 }], setBy: 'board', setAt: '2026-02-01' } };
    const previewed = policyPreviewSchema.parse(await (await app.act('/api/v1/policy/preview?language=de', { figures: { 'A7.share': 0.625 }, tolerance: changes.tolerance })).json());
    expect(previewed.sentence).toMatch(/^Mit diesen Änderungen/);
    expect(previewed.changes.map(({ from, to }) => [from, to])).toEqual([
      ['50 %', '62,5 %'], ['nicht festgelegt', 'über 5 Mio. $ in höchstens 20,5 % der Jahre, festgelegt von board am 1. Feb. 2026'],
    ]);
    const refused = problemSchema.parse(await (await app.act('/api/v1/policy/preview?language=de', changes)).json());
    expect(refused).toMatchObject({ title: 'Die Handlung lässt sich so nicht aufzeichnen', detail: 'Eine dringendere Frist kann nicht länger sein: 14 Tage vor 10 Tage.' });
  });
});

describe('a refusal', () => {
  test.each([
    ['of an address', '/api/v1/nothing?language=de', { title: 'Unter dieser Adresse ist nichts aufgezeichnet', remedy: 'Die Adressen stehen in /api/v1/openapi.json.' }],
    ['of a finding, thrown after the record was read', '/api/v1/findings/none?language=de', { detail: 'Ein Befund none war am 2026-11-21 nicht aufgezeichnet.', remedy: 'Die Kennung prüfen oder nach einem späteren Stand fragen.' }],
    ['of a pair of days', '/api/v1/picture?language=de&asOf=2026-11-01&against=2026-11-01', { detail: 'against (2026-11-01) ist nicht vor asOf (2026-11-01).', remedy: 'Mit einem früheren Tag vergleichen.' }],
  ])('%s says title, detail and remedy in the language asked for', async (_, path, said) => {
    expect(problemSchema.parse(await (await app.get(path)).json())).toMatchObject(said);
  });

  test('of a request that is read nowhere is in the language of its header', async () => {
    const answer = await app.get('/api/v1/picture', { 'accept-language': 'de', 'sec-fetch-site': 'cross-site' });
    expect(problemSchema.parse(await answer.json()).title).toBe('Anfragen von anderen Websites werden nicht beantwortet');
  });

  test('of ranges names the same field in every language', async () => {
    const { risks: [risk] } = pictureSchema.parse(await app.json('/api/v1/picture'));
    const ranges = { low: 10, high: 20, rateLow: 3, rateHigh: 1, estimatedBy: 'nobody' };
    const places = await Promise.all(['en', 'de'].map(async (language) => {
      const { errors } = problemSchema.parse(await (await app.act(`/api/v1/risks/${risk?.id ?? ''}/estimates?language=${language}`, ranges)).json());
      return errors?.map(({ place }) => place);
    }));
    expect(places).toEqual([['rateLow'], ['rateLow']]);
  });
});

describe('the receipt of an act', () => {
  test('is in the language of whoever acts', async () => {
    const { risks: [risk] } = pictureSchema.parse(await app.json('/api/v1/picture'));
    const dated = (date: string, language: string) => app.act(`/api/v1/risks/${risk?.id ?? ''}/dates?language=${language}`, { dueAt: date });
    const said = [await dated('2027-01-15', 'de'), await dated('2027-01-16', 'en')];
    const [german, english] = await Promise.all(said.map(async (answer) => actResponse.parse(await answer.json()).sentence));
    expect(german).toMatch(/ ist am 15\. Jan\. 2027 fällig\.$/);
    expect(english).toMatch(/ is due on 16 Jan 2027\.$/);
  });
});

describe('a pack', () => {
  test('names the language it is sealed in, and every sentence of it is in that language', async () => {
    const english = packResponse.parse(await (await app.act('/api/v1/packs', {})).json());
    const german = packResponse.parse(await (await app.act('/api/v1/packs?language=de', {})).json());
    const [first, second] = [english, german].map(({ pack }) => readPackRecord(pack.record));
    expect([first?.language, second?.language]).toEqual(['en', 'de']);
    const sentences = [first, second].map((record) => record?.picture.risks.map((risk) => risk.authority.sentence) ?? []);
    expect(sentences[1]?.some((sentence, at) => sentence === sentences[0]?.[at])).toBe(false);
  });
});
