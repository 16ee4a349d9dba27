import { useQuery } from '@tanstack/react-query';
import { counted } from '#core/picture/sentences/prose.ts';
import { endpointQuery } from '#web/api/request.ts';
import { Card } from '#web/ui/Card.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import '#web/features/replay/case-hits.css';

/** Documented breaches whose title, id or sector holds every word of a search; nothing where none does. */
export function CaseHits({ asked }: { asked: string }) {
  const { data } = useQuery(endpointQuery('caseList', {}, {}));
  const words = asked.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const hits = (data?.cases ?? []).filter(({ id, title, sector }) => {
    const text = `${id} ${title} ${sector ?? ''} replay breach`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (hits.length === 0) return null;
  return (
    <Card className="case-hits" headline="Documented breaches to replay" subtitle={counted(hits.length, 'match', 'matches')}>
      <ul>
        {hits.map(({ id, title, sector }) => (
          <li key={id} className="search-hit">
            <PlaceLink to={{ page: 'replay', case: id }} view={{}}>{title}</PlaceLink>
            {sector === null ? null : <span className="sub">{sector}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
