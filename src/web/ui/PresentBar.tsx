import { useEffect } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { say } from '#language/say.ts';
import { pathOf } from '#web/paths.ts';
import { backOf, stepOf, withoutPresentation } from '#web/url/presentation.ts';
import { parseViewDates, withViewDates } from '#web/url/view-dates.ts';
import '#web/ui/present-bar.css';

/** Stands in the place of the header while a presenter has gone deeper: the way back to the step. Escape stays on this page. */
export function PresentBar() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const step = stepOf(query);
  const here = `${pathname}?${withoutPresentation(query).toString()}`;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) void navigate(here);
    };
    document.addEventListener('keydown', onKey);
    return () => { document.removeEventListener('keydown', onKey); };
  }, [here, navigate]);
  if (step === undefined) return null;
  const back = backOf(query);
  const kept = withViewDates(new URLSearchParams(back === undefined ? {} : { back }), parseViewDates(query));
  return (
    <header className="present-bar">
      <Link className="tool tool--main" to={{ pathname: pathOf({ page: 'present', ...step }), search: kept.toString() }}>{say('Back to step {step}', { step: step.step })}</Link>
      <Link className="tool" to={here}>{say('Stay on this page (Esc)')}</Link>
    </header>
  );
}
