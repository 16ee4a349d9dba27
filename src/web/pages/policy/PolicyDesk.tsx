import { useState } from 'react';
import { messages, say } from '#language/say.ts';
import { RequestProblem } from '#web/api/problem.ts';
import { emptyDraft, readDraft, type Draft, type PolicyView } from '#web/pages/policy/draft.ts';
import { EffectCard } from '#web/pages/policy/EffectCard.tsx';
import { FigureRow } from '#web/pages/policy/FigureRow.tsx';
import { MatterRows } from '#web/pages/policy/MatterRows.tsx';
import { usePreview } from '#web/pages/policy/use-preview.ts';
import { Card } from '#web/ui/Card.tsx';

const groups = [
  { key: 'clocks', ...messages({ headline: 'Clocks: how soon a risk asks for a decision', subtitle: 'The four bands of CISA BOD 26-04, and what follows from them' }) },
  { key: 'authority', ...messages({ headline: 'Authority: can the named person decide?', subtitle: 'Limits of the rules about deciders, grants and who decides in practice' }) },
  { key: 'information', ...messages({ headline: 'Information: have they seen what is known?', subtitle: 'How old a measurement may be, how much it covers, and when a range is due' }) },
  { key: 'process', ...messages({ headline: 'Process: is it acted on?', subtitle: 'Dates, acceptances, and the patterns that are pointed out' }) },
] as const;

interface DeskProps {
  view: PolicyView;
  readOnly: boolean;
  /** Asks for the policy again. */
  reload: () => void;
}

/** Every setting, and beside it what the changes typed so far would do. Nothing is recorded before it is saved there. */
export function PolicyDesk({ view, readOnly, reload }: DeskProps) {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const reading = readDraft(view, draft);
  const preview = usePreview(reading.changes, view.revision, !readOnly && !reading.same && reading.troubles.size === 0);
  const troubles = new Map([...reading.troubles, ...(reading.same ? [] : placesOf(preview.error))]);
  return (
    <div className="policy-desk">
      <div className="policy-desk__settings">
        {groups.map(({ key, headline, subtitle }) => (
          <Card key={key} id={key} headline={say(headline)} subtitle={say(subtitle)}>
            {view.settings.flatMap((setting) => setting.kind === 'figure' && setting.group === key
              ? [<FigureRow key={setting.name} setting={setting} draft={draft} change={setDraft} trouble={troubles.get(`figures.${setting.name}`)} readOnly={readOnly} />]
              : [])}
          </Card>
        ))}
        <Card id="board" headline={say('What the governing body keeps, and what it accepts')} subtitle={say('Set by the board, not by a rule')}>
          <MatterRows view={view} draft={draft} change={setDraft} troubles={troubles} readOnly={readOnly} />
        </Card>
      </div>
      {readOnly ? null : (
        <EffectCard
          view={view} reading={reading} preview={preview} reload={reload}
          discard={() => { setDraft(emptyDraft); }}
        />
      )}
    </div>
  );
}

/** What a refused preview says about single values, by their place. */
function placesOf(error: Error | null): readonly (readonly [string, string])[] {
  if (!(error instanceof RequestProblem)) return [];
  return (error.problem.errors ?? []).map(({ place, message }) => [place, message] as const);
}
