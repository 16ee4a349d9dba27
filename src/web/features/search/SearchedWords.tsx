import type { Picture } from '#core/picture/picture.ts';
import type { Found } from '#web/features/search/use-found.ts';
import { grouped } from '#web/ui/count-words.ts';

/** What was searched, by name or id; and whether the server's part is in. */
export function SearchedWords({ picture, server }: { picture: Picture; server: Found['server'] }) {
  const { risks, teams, persons, services, processes } = picture;
  return (
    <>
      Looked through the names and ids of {grouped(risks.length)} risks, {grouped(teams.length)} teams, {grouped(persons.length)} people, {grouped(services.length)} services
      and {grouped(processes.length)} release processes, also with a letter or two wrong, and the conditions that are up.{' '}
      <ServerWords server={server} />
    </>
  );
}

function ServerWords({ server }: { server: Found['server'] }) {
  switch (server) {
    case 'asking': return <>Findings, CVE ids and documented breaches are being asked for.</>;
    case 'answered': return <>And the titles, ids and CVE ids of findings, and the documented breaches.</>;
    case 'not-held': return <>Findings and documented breaches are in the live record, not in a pack.</>;
    case 'not-reached': return <>Findings, CVE ids and documented breaches were not searched: the server could not be reached.</>;
  }
}
