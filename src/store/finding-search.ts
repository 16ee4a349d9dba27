import type { When } from '#core/time.ts';
import type { Finding } from '#core/record/entities.ts';
import { numberOf, onlyRow, textOf, type Parameter, type Queries } from '#store/database.ts';
import { isPast } from '#store/finding-cells.ts';
import { findingCondition, partsOf } from '#store/finding-filter.ts';
import { IN_ORDER } from '#store/finding-pages.ts';
import { EXTERNAL_TEXT, NAME_TEXT } from '#store/roll-ups.ts';

/** Texts looked at; beyond these a search is too wide to be one. */
const TEXTS = 500;

/** From as many findings with a matching text on, a page in its order comes upon some of them soon. */
const MANY = 2_000;

/**
 * Findings whose id begins with the text, or whose external id (a CVE) or the first 200 letters of whose name hold it, in
 * any case; equal ones first, then most severe. Few texts name many findings: they are searched, then the findings they name.
 */
export async function findingsLike(queries: Queries, text: string, asOf: When, limit: number): Promise<readonly Finding[]> {
  const words = text.toLowerCase();
  const like = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const named = onlyRow(
    await queries.query(
      `select coalesce(sum(held), 0)::float8 as findings, coalesce(json_agg(hashtext(text)), '[]')::text as hashes
       from (select text, held from finding_text where held > 0 and text like $1 order by text limit ${TEXTS}) found`,
      [like],
    ),
  );
  const hashes = textOf(named, 'hashes');
  const found = [
    ...(await byId(queries, text, asOf, limit)),
    ...(hashes === '[]' ? [] : await byText(queries, { words, like, hashes: numberOf(named, 'findings') > MANY ? undefined : hashes }, asOf, limit)),
  ];
  return [...new Map(found.map((finding) => [finding.id, finding])).values()].slice(0, limit);
}

async function byId(queries: Queries, text: string, asOf: When, limit: number): Promise<readonly Finding[]> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const part = (await isPast(queries, asOf)) ? 'past' : 'newest';
  // The index over ids tells capitals apart: as typed, in small letters and in capitals are the ways ids are written.
  const ways = [...new Set([text, text.toLowerCase(), text.toUpperCase()])].map((way) => {
    return `(select f.* from finding f where f.id >= ${value(way)} and f.id < ${value(`${way}\u{10FFFF}`)}
      and ${findingCondition({ asOf, openOnly: false }, part, value)} order by f.id limit ${limit})`;
  });
  const rows = await queries.query(
    `select body::text as body from (${ways.join(' union ')}) f order by (lower(id) = ${value(text.toLowerCase())}) desc, severity_rank, at_day, id limit ${limit}`,
    parameters,
  );
  return rows.map((row) => JSON.parse(textOf(row, 'body')) as Finding);
}

interface Texts {
  words: string;
  like: string;
  /** Of the texts that match, as a JSON list; undefined = too many findings have one of them. */
  hashes: string | undefined;
}

async function byText(queries: Queries, { words, like, hashes }: Texts, asOf: When, limit: number): Promise<readonly Finding[]> {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const filter = { asOf, openOnly: false };
  const past = await isPast(queries, asOf);
  const order = `order by severity_rank, at_day, id limit ${limit}`;
  const among = hashes === undefined ? '' : `(select json_array_elements_text(${value(hashes)}::json)::int)`;
  const matches = (text: string): string => `hashtext(${text}) in ${among} and ${text} like ${value(like)}`;
  // The texts are those of the newest versions: what an older one alone was called is not searched.
  const either = (): string => `(${NAME_TEXT} like ${value(like)} or ${EXTERNAL_TEXT} like ${value(like)})`;
  const parts = partsOf(filter, past).filter((part) => part !== 'past-superseded').flatMap((part) =>
    hashes === undefined ? [`(select f.* from finding f where ${findingCondition(filter, part, value)} and ${either()} ${order})`] : [NAME_TEXT, EXTERNAL_TEXT].map((text) => {
      const given = text === EXTERNAL_TEXT ? ` and body ->> 'externalId' is not null` : '';
      return `(select f.* from finding f where ${findingCondition(filter, part, value)} and ${matches(text)}${given} ${order})`;
    }));
  const exact = value(words);
  const isExact = `(coalesce(${NAME_TEXT}, '') = ${exact} or coalesce(${EXTERNAL_TEXT}, '') = ${exact})`;
  const equal = [NAME_TEXT, EXTERNAL_TEXT].map((text) => {
    const given = text === EXTERNAL_TEXT ? ` and body ->> 'externalId' is not null` : '';
    return `(select f.* from finding f where ${findingCondition(filter, past ? 'past' : 'newest', value)} and f.superseded_at is null
      and hashtext(${text}) = hashtext(${exact}) and ${text} = ${exact}${given} ${order})`;
  });
  if (hashes === undefined) await queries.exec(IN_ORDER);
  const rows = await queries.query(
    `select body::text as body from (${[...equal, ...parts].join(' union all ')}) f
     order by ${isExact} desc, severity_rank, at_day, id limit ${limit * 4}`,
    parameters,
  );
  // `body` is what the store wrote from a `Finding`.
  return rows.map((row) => JSON.parse(textOf(row, 'body')) as Finding);
}
