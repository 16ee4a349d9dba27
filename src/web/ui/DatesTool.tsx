import { useId, useRef, type SubmitEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords, isWhen } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { withViewDates, type ViewDates } from '#web/url/view-dates.ts';
import { useViewDates } from '#web/url/use-address.ts';

/**
 * The two dates of the view, and a small form that changes them. Works like a GET form: one history
 * entry a change, and a date is in the address only when it was chosen.
 */
export function DatesTool({ picture }: { picture: Picture }) {
  const chosen = useViewDates();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const panel = useRef<HTMLElement>(null);
  const id = useId();

  const show = (dates: ViewDates) => {
    // A browser without popovers shows the form in the page, where there is nothing to close.
    if (panel.current !== null && 'hidePopover' in panel.current) panel.current.hidePopover();
    void navigate({ pathname, search: withViewDates(new URLSearchParams(search), dates).toString() });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    show({
      asOf: chosenDate(form.get('asOf'), chosen.asOf, picture.asOf),
      against: chosenDate(form.get('against'), chosen.against, picture.against),
    });
  };
  return (
    <>
      <button type="button" className="tool tool--dates" popoverTarget={id} aria-label={say('As of {asOf}, against {against}. Change the dates', { asOf: dayInWords(picture.asOf), against: dayInWords(picture.against) })}>
        <span><Said message="As of {b} · against {against}" values={{ b: <b>{dayInWords(picture.asOf)}</b>, against: dayInWords(picture.against) }} /></span>
      </button>
      <section id={id} ref={panel} popover="auto" className="dates" aria-label={say('Dates of this view')}>
        <form key={`${picture.asOf} ${picture.against}`} method="get" onSubmit={submit}>
          <label>{say('As of: what the record held at the end of')}<input type="date" name="asOf" defaultValue={chosen.asOf ?? picture.asOf.slice(0, 10)} /></label>
          <label>{say('Against: the earlier date it is compared with')}<input type="date" name="against" defaultValue={chosen.against ?? picture.against.slice(0, 10)} /></label>
          <div className="dates__acts">
            <button type="submit" className="tool tool--main">{say('Show these dates')}</button>
            <button type="button" className="tool" onClick={() => { show({}); }}>{say('Back to the latest')}</button>
          </div>
        </form>
      </section>
    </>
  );
}

/** What goes into the address for one field: nothing for an empty field, nor for the default left as it stood. */
export function chosenDate(field: FormDataEntryValue | null, before: string | undefined, shown: string): string | undefined {
  if (typeof field !== 'string' || !isWhen(field)) return undefined;
  return before === undefined && field === shown.slice(0, 10) ? undefined : field;
}
