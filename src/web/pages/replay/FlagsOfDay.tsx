import { dayInWords, type When } from '#core/time.ts';
import type { Lack } from '#core/picture/readiness.ts';
import { basisWords } from '#core/replay/basis.ts';
import type { CaseView, ReplayView } from '#core/replay/case-view.ts';
import { daysToBreach } from '#core/replay/case-words.ts';
import { behind, flagsOn, lackOn, type Behind, type FlagOnDay } from '#core/replay/day-view.ts';
import { messages, say } from '#language/say.ts';
import { EntryText, FactText } from '#web/pages/replay/FactText.tsx';
import { KnownByThen } from '#web/pages/replay/KnownByThen.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Said } from '#web/ui/Said.tsx';

const lackWords = messages({
  authority: 'authority', information: 'information', both: 'authority and information', neither: 'neither authority nor information; the flags are about what follows',
}) satisfies Readonly<Record<Lack, string>>;

interface Group {
  key: string;
  name: string;
  lack: Lack | undefined;
  flags: readonly FlagOnDay[];
}

/** The flags up on a day, by what they are about, each with the act that closes it and the facts it rests on. */
export function FlagsOfDay({ view, replay, day }: { view: CaseView; replay: ReplayView; day: When }) {
  const flags = flagsOn(replay, day);
  return (
    <Card
      headline={flags.length === 0 ? say('Nothing raised on {day}', { day: dayInWords(day) }) : say('{flags, plural, one {# flag} other {# flags}} up on {day}', { flags: flags.length, day: dayInWords(day) })}
      subtitle={flags.length === 0 ? undefined : say('Judged by what the record held at the end of that day, and by nothing after it')}
    >
      {flags.length === 0
        ? <><p>{say('The rules looked at {count, plural, one {# entry} other {# entries}} on record by then.', { count: replay.entries.filter(({ knownAt }) => knownAt === null || knownAt <= day).length })}</p><KnownByThen view={view} replay={replay} day={day} /></>
        : groupsOf(replay, flags, day).map((group) => <GroupOfFlags key={group.key} view={view} group={group} day={day} />)}
    </Card>
  );
}

function groupsOf(replay: ReplayView, flags: readonly FlagOnDay[], day: When): readonly Group[] {
  const byName = new Map<string, FlagOnDay[]>();
  for (const flag of flags) {
    const key = `${flag.row.subjectKind} ${flag.row.subject}`;
    const held = byName.get(key);
    if (held === undefined) byName.set(key, [flag]);
    else held.push(flag);
  }
  // What came up last leads: it is what the chosen day is about.
  return [...byName].toSorted(([, a], [, b]) => newest(b).localeCompare(newest(a))).map(([key, of]) => ({
    key, flags: of, name: of[0]?.row.subjectName ?? key,
    lack: of[0]?.row.subjectKind === 'risk' ? lackOn(replay, of[0].row.subject, day) : undefined,
  }));
}

function newest(flags: readonly FlagOnDay[]): When {
  return flags.reduce<When>((latest, { row }) => (row.firstUp > latest ? row.firstUp : latest), '');
}

function GroupOfFlags({ view, group, day }: { view: CaseView; group: Group; day: When }) {
  const lines = group.flags.filter(({ standing }) => standing === 'line');
  const others = group.flags.filter(({ standing }) => standing !== 'line');
  const base = baseOf(view, group, day);
  return (
    <section className="replay-group" aria-label={group.name}>
      <h3>{group.name}</h3>
      {group.lack === undefined ? null : <p className="sub">{say('Missing: {lack}', { lack: say(lackWords[group.lack]) })}</p>}
      <ul className="replay-flags">{lines.map((flag) => <FlagLine key={flag.row.key} view={view} flag={flag} base={base} day={day} />)}</ul>
      {others.length === 0 ? null : (
        <details className="replay-more">
          <summary>{lines.length === 0
            ? say('{count, plural, one {# more condition} other {# more conditions}}, behind other lines on the dashboard', { count: others.length })
            : say('{count, plural, one {# more condition} other {# more conditions}}, behind these on the dashboard', { count: others.length })}</summary>
          <ul className="replay-flags">{others.map((flag) => <FlagLine key={flag.row.key} view={view} flag={flag} base={base} day={day} />)}</ul>
        </details>
      )}
      <Base base={base} />
    </section>
  );
}

function FlagLine({ view, flag, base, day }: { view: CaseView; flag: FlagOnDay; base: Behind; day: When }) {
  const [breach] = view.breaches;
  const { row, sentence, nextStep } = flag;
  const own = behind(view, row, day);
  const rests = [
    ...own.facts.map(({ fact }) => `${base.facts.findIndex((each) => each.fact.id === fact.id) + 1} (${say(basisWords[fact.basis.kind])})`),
    ...own.stated.map(({ key, basis }) => `${base.facts.length + base.stated.findIndex((each) => each.key === key) + 1} (${say(basisWords[basis.kind])})`),
  ];
  return (
    <li>
      <p className="replay-flag__title"><strong>{row.title}</strong>{row.notAssessable ? <span className="not-measured">{say('cannot be assessed: the public record is silent')}</span> : null}</p>
      <p>{sentence}</p>
      <p className="replay-flag__next">{nextStep}</p>
      <p className="sub">{breach === undefined
          ? <Said message="Up since {date}." values={{ date: <DateText when={row.firstUp} /> }} />
          : <Said message="Up since {date}, {lead}." values={{ date: <DateText when={row.firstUp} />, lead: row.daysBefore === null ? say('not before the breach') : daysToBreach(row.daysBefore) }} />}{' '}
        {rests.length === 0 ? say('Rests on what the record does not hold.') : say('Rests on {facts} below.', { facts: rests.join(', ') })}
      </p>
    </li>
  );
}

/** Everything the flags of a group rest on, once each. */
function baseOf(view: CaseView, { flags }: Group, day: When): Behind {
  const all = flags.map(({ row }) => behind(view, row, day));
  const facts = new Map<string, Behind['facts'][number]>();
  for (const each of all.flatMap((one) => one.facts)) if (facts.get(each.fact.id)?.tie !== 'named') facts.set(each.fact.id, each);
  const stated = new Map(all.flatMap((one) => one.stated).map((entry) => [entry.key, entry]));
  return { facts: [...facts.values()].toSorted((a, b) => (a.fact.from ?? '').localeCompare(b.fact.from ?? '')), stated: [...stated.values()], later: Math.max(0, ...all.map((one) => one.later)) };
}

function Base({ base }: { base: Behind }) {
  return (
    <>
      <p className="replay-base__title">{say('What this rests on')}</p>
      <ol className="replay-base">
        {base.facts.map(({ fact, tie }) => <li key={fact.id}>{tie === 'same-date' ? <span className="muted">{say('Same date:')}{' '}</span> : null}<FactText fact={fact} /></li>)}
        {base.stated.map((entry) => <li key={entry.key}><EntryText entry={entry} /></li>)}
      </ol>
      {base.later === 0 ? null : <p className="sub">{say('{later, plural, one {# fact the case ties to this came later and is} other {# facts the case ties to this came later and are}} no part of it on this day.', { later: base.later })}</p>}
    </>
  );
}
