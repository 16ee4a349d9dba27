import { beforeAll, describe, expect, test, vi } from 'vitest';
import { currentLanguage } from '#language/current.ts';
import { packResponse } from '#contract/pack.ts';
import { pictureSchema } from '#contract/picture.ts';
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
