import { z } from 'zod';
import type { InputRefusal, PortfolioInput } from '#core/exposure/portfolio-input.ts';
import type { Flaw } from '#importers/reading/flaw.ts';
import { parseJson } from '#importers/reading/json.ts';
import { pointerOf, quoted } from '#importers/reading/place.ts';

const number = z.number();
const text = z.string();
const optionalNumber = number.nullish().transform((value) => value ?? undefined);
const optionalText = text.nullish().transform((value) => value ?? undefined);
const identifiers = z.array(text);

const exposureFile = z.object({
  risks: z.array(
    z.object({
      id: text, rate: optionalNumber, rateLow: optionalNumber, rateHigh: optionalNumber, low: number, high: number,
      max: optionalNumber, team: optionalText, process: optionalText,
    }),
  ),
  commonCauses: z.array(z.object({ id: text, rate: number, riskIds: identifiers })).nullish().transform((value) => value ?? undefined),
  badYearVariance: number.nullish().transform((value) => value ?? undefined),
  percentiles: z.array(number).nullish().transform((value) => value ?? undefined),
  thresholds: z.array(number).nullish().transform((value) => value ?? undefined),
  insurance: z
    .object({ retention: number, limit: number, riskIds: identifiers.nullish().transform((value) => value ?? undefined) })
    .nullish()
    .transform((value) => value ?? undefined),
});

export type ExposureFileReading = { kind: 'read'; input: PortfolioInput } | { kind: 'refused'; refusals: readonly InputRefusal[] };

/**
 * Reads the file form of a portfolio. Only its shape is judged here; what the numbers mean is the engine's
 * business. Fields it does not know are left alone.
 *
 * @throws SourceRefused where the text is not JSON.
 */
export function readExposureFile(content: string, name: string): ExposureFileReading {
  const { value, flaws } = parseJson(content, name);
  if (flaws.length > 0) {
    return { kind: 'refused', refusals: flaws.map(refusalOfFlaw) };
  }
  const parsed = exposureFile.safeParse(value);
  if (parsed.success) return { kind: 'read', input: parsed.data };
  return { kind: 'refused', refusals: parsed.error.issues.map((issue) => refusalOf(issue, value)) };
}

function refusalOfFlaw({ code, pointer, reason, remedy }: Flaw): InputRefusal {
  const toDo = code === 'number-range' ? 'give one of at most 1e15' : `${remedy.charAt(0).toLowerCase()}${remedy.slice(1, -1)}`;
  return { place: pointer, sentence: `${reason.slice(0, -1)}, so ${toDo}.` };
}

function refusalOf(issue: z.core.$ZodIssue, file: unknown): InputRefusal {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const field = path.at(-1);
  const owner = valueAt(file, path.slice(0, -1));
  const id = valueAt(owner, ['id']);
  const of = typeof id === 'string' ? ` of ${quoted(id)}` : '';
  const what = typeof field === 'string' ? `The ${field}${of}` : field === undefined ? 'The file' : `Item ${field + 1} of ${path.slice(0, -1).join(' ')}`;
  const expected = issue.code !== 'invalid_type' ? 'something else' : issue.expected === 'string' ? 'text in quotes' : issue.expected === 'array' ? 'a list' : `a${issue.expected === 'object' ? 'n' : ''} ${issue.expected}`;
  const found = valueAt(file, path);
  const sentence = found === undefined ? `${what} is not there, so give ${expected}.` : `${what} is ${quoted(found)}, so give ${expected} instead.`;
  return { place: pointerOf(path), sentence };
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = new Map(Object.entries(found)).get(String(step));
  }
  return found;
}
