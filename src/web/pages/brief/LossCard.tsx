import { lazy, Suspense } from 'react';
import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { Card } from '#web/ui/Card.tsx';
import '#web/pages/brief/loss-card.css';

/** Comes after the first paint, and the engine after it: neither is part of what the brief first loads. */
const LossDotsCard = lazy(async () => ({ default: (await import('#web/pages/brief/LossDotsCard.tsx')).LossDotsCard }));

/** How much could we lose: a year as equally likely years, in a card whose size does not change when they come. */
export function LossCard({ picture }: { picture: Picture }) {
  return <Suspense fallback={<LossSkeleton />}><LossDotsCard picture={picture} /></Suspense>;
}

function LossSkeleton() {
  return (
    <Card compact className="span-6 loss-card" headline={say('How much could a year cost?')} subtitle={say('The total of a year, as twenty equally likely years')}>
      <div className="loss-card__room" aria-busy="true" />
    </Card>
  );
}
