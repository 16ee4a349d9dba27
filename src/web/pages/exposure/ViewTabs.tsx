import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { viewOfExposure, type ExposureView, type ExposureViewName } from '#web/url/exposure-view.ts';

const views: readonly { view: ExposureViewName; name: string }[] = [
  { view: 'dots', name: 'Equally likely years' }, { view: 'lec', name: 'Exceedance curve' }, { view: 'top', name: 'Largest risks' },
];

/** The three drawings as links, so that each has an address of its own. */
export function ViewTabs({ asked }: { asked: ExposureView }) {
  return (
    <nav aria-label="Drawing" className="view-tabs screen-only">
      {views.map(({ view, name }) => (
        <PlaceLink key={view} to={{ page: 'exposure' }} view={viewOfExposure({ ...asked, view })} current={asked.view === view ? 'true' : undefined}>{name}</PlaceLink>
      ))}
    </nav>
  );
}
