import { useLocation } from 'react-router';
import { placeOf, type Place } from '#web/paths.ts';
import { addressOf, type View } from '#web/url/address.ts';
import { parseViewDates, type ViewDates } from '#web/url/view-dates.ts';

/** The place the address bar names, or undefined for an address that is not ours. */
export function usePlace(): Place | undefined {
  return placeOf(useLocation().pathname);
}

/** The dates chosen in the address; absent = not chosen. */
export function useViewDates(): ViewDates {
  return parseViewDates(new URLSearchParams(useLocation().search));
}

/** A function from a place to its address as linked from here: keeps the dates, and the filters of the same list. */
export function useAddressOf(): (place: Place, view?: View) => string {
  const { pathname, search } = useLocation();
  return (place, view) => addressOf(place, { pathname, search }, view);
}
