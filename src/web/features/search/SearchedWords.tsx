import type { Picture } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import type { Found } from '#web/features/search/use-found.ts';
import { Said } from '#web/ui/Said.tsx';

/** What was searched, by name or id; and whether the server's part is in. */
export function SearchedWords({ picture, server }: { picture: Picture; server: Found['server'] }) {
  const { risks, teams, persons, services, processes } = picture;
  return (
    <Said message="Looked through the names and ids of {risks, plural, one {# risk} other {# risks}}, {teams, plural, one {# team} other {# teams}}, {persons, plural, one {# person} other {# people}}, {services, plural, one {# service} other {# services}} and {processes, plural, one {# release process} other {# release processes}}, also with a letter or two wrong, and the conditions that are up. {serverWords}" values={{ risks: risks.length, teams: teams.length, persons: persons.length, services: services.length, processes: processes.length, serverWords: <ServerWords server={server} /> }} />
  );
}

function ServerWords({ server }: { server: Found['server'] }) {
  switch (server) {
    case 'asking': return <>{say('Findings, CVE ids and documented breaches are being asked for.')}</>;
    case 'answered': return <>{say('And the titles, ids and CVE ids of findings, and the documented breaches.')}</>;
    case 'not-held': return <>{say('Findings and documented breaches are in the live record, not in a pack.')}</>;
    case 'not-reached': return <>{say('Findings, CVE ids and documented breaches were not searched: the server could not be reached.')}</>;
  }
}
