import { Card } from '#web/ui/Card.tsx';

/** How a reader replays a file of their own, and what a replay cannot show. */
export function OwnFileCard({ file, className }: { file: string; className?: string | undefined }) {
  return (
    <Card headline="Try it yourself" subtitle="The same rules, on the command line" className={className}>
      <p>This case, with every check:</p>
      <pre className="replay-command">npm run whose-call -- replay public/cases/{file}</pre>
      <p>A case of your own, an incident you know from inside:</p>
      <pre className="replay-command">npm run whose-call -- replay our-case.json</pre>
      <p className="sub">Put the file beside the others in <code>public/cases/</code> and it stands in this list. What a case file holds is written in <code>docs/replay.md</code>.</p>
    </Card>
  );
}

export function WhatItShowsCard() {
  return (
    <Card headline="What a replay shows, and what it does not" subtitle="Read this before the dates">
      <ul className="replay-bullets">
        <li>The rules read only what the record held at the end of each day. Nothing dated later reaches an earlier day.</li>
        <li>The cases were written after the fact, from reports, by people who knew the rules. Where a fact is inferred or alleged, it says so wherever it stands.</li>
        <li>A replay assumes that each fact was entered on its day. In some of these organisations the record itself was what was missing.</li>
        <li>It does not show how often the rules would raise something where nothing follows. The controls, replayed on the same days, are the beginning of an answer and not the whole of it.</li>
        <li>No person is named as the reason. A flag speaks of the record, the service or the grant.</li>
      </ul>
    </Card>
  );
}
