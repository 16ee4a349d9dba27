import { messages, say } from '#language/say.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { viewOfExposure, type ExposureView, type ExposureViewName } from '#web/url/exposure-view.ts';

const names = messages({ dots: 'Equally likely years', lec: 'Exceedance curve', top: 'Largest risks' }) satisfies Readonly<Record<ExposureViewName, string>>;
const views = ['dots', 'lec', 'top'] as const;

/** The three drawings as links, so that each has an address of its own. */
export function ViewTabs({ asked }: { asked: ExposureView }) {
  return (
    <nav aria-label={say('Drawing')} className="view-tabs screen-only">
      {views.map((view) => (
        <PlaceLink key={view} to={{ page: 'exposure' }} view={viewOfExposure({ ...asked, view })} current={asked.view === view ? 'true' : undefined}>{say(names[view])}</PlaceLink>
      ))}
    </nav>
  );
}
