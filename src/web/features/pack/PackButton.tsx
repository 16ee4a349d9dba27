import { lazy, Suspense, useId, useState } from 'react';
import type { Picture } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import '#web/features/pack/pack-button.css';

/** Comes when it is first opened: the brief loads without it. */
const PackForm = lazy(async () => ({ default: (await import('#web/features/pack/PackForm.tsx')).PackForm }));

/** The brief and everything below it, down to the risk, as one file that opens without a network. */
export function PackButton({ picture }: { picture: Picture }) {
  const id = useId();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className="take-along__button" popoverTarget={id} onClick={() => { setAsked(true); }}>{say('Pack')}</button>
      <section id={id} popover="auto" className="pack-panel" aria-label={say('Board pack')}>
        {asked ? <Suspense fallback={<p aria-busy="true">{say('Loading …')}</p>}><PackForm picture={picture} /></Suspense> : null}
      </section>
    </>
  );
}
