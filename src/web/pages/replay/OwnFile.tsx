import { say } from '#language/say.ts';
import { Card } from '#web/ui/Card.tsx';
import { Said } from '#web/ui/Said.tsx';

/** How a reader replays a file of their own, and what a replay cannot show. */
export function OwnFileCard({ file, className }: { file: string; className?: string | undefined }) {
  return (
    <Card headline={say('Try it yourself')} subtitle={say('The same rules, on the command line')} className={className}>
      <p>{say('This case, with every check:')}</p>
      <pre className="replay-command">{`npm run whose-call -- replay public/cases/${file}`}</pre>
      <p>{say('A case of your own, an incident you know from inside:')}</p>
      <pre className="replay-command">npm run whose-call -- replay our-case.json</pre>
      <p className="sub"><Said message="Put the file beside the others in {folder} and it stands in this list. What a case file holds is written in {page}." values={{ folder: <code>public/cases/</code>, page: <code>docs/replay.md</code> }} /></p>
    </Card>
  );
}

export function WhatItShowsCard() {
  return (
    <Card headline={say('What a replay shows, and what it does not')} subtitle={say('Read this before the dates')}>
      <ul className="replay-bullets">
        <li>{say('The rules read only what the record held at the end of each day. Nothing dated later reaches an earlier day.')}</li>
        <li>{say('The cases were written after the fact, from reports, by people who knew the rules. Where a fact is inferred or alleged, it says so wherever it stands.')}</li>
        <li>{say('A replay assumes that each fact was entered on its day. In some of these organisations the record itself was what was missing.')}</li>
        <li>{say('It does not show how often the rules would raise something where nothing follows. The controls, replayed on the same days, are the beginning of an answer and not the whole of it.')}</li>
        <li>{say('No person is named as the reason. A flag speaks of the record, the service or the grant.')}</li>
      </ul>
    </Card>
  );
}
