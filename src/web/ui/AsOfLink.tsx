import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { When } from '#core/time.ts';
import type { Place } from '#web/paths.ts';
import { useAddressOf } from '#web/url/use-address.ts';

/** A link to a place as the record was at the end of another day; without a date, to the present. */
export function AsOfLink({ to, asOf, children }: { to: Place; asOf: When | undefined; children: ReactNode }) {
  const [path = '', search = ''] = useAddressOf()(to).split('?');
  const query = new URLSearchParams(search);
  if (asOf === undefined) query.delete('asOf');
  else query.set('asOf', asOf);
  const text = query.toString();
  return <Link to={text === '' ? path : `${path}?${text}`}>{children}</Link>;
}
