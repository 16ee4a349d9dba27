import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RiskFilter } from '#core/picture/filter.ts';
import { findingFrom, riskFrom, type Place } from '#web/paths.ts';
import type { View } from '#web/url/address.ts';
import { addressOfFilter } from '#web/url/risk-filter.ts';
import { useAddressOf, usePlace } from '#web/url/use-address.ts';

interface LinkProps {
  children: ReactNode;
  className?: string | undefined;
  /** Accessible name where the visible text alone does not say where the link leads. */
  label?: string | undefined;
}

interface PlaceLinkProps extends LinkProps {
  to: Place;
  view?: View | undefined;
  /** Marks the link to where the reader is: on this very page, or somewhere below it. */
  current?: 'page' | 'true' | undefined;
}

/** A link to a place. Keeps the dates of the view, and the filters of the same list; `view` sets other filters. */
export function PlaceLink({ to, view, current, children, className, label }: PlaceLinkProps) {
  const addressOf = useAddressOf();
  return <Link to={addressOf(to, view)} className={className} aria-label={label} aria-current={current}>{children}</Link>;
}

/** A link to a risk under the place the reader stands on. */
export function RiskLink({ risk, children, className, label }: LinkProps & { risk: string }) {
  const place = usePlace();
  return <PlaceLink to={riskFrom(place, risk)} className={className} label={label}>{children}</PlaceLink>;
}

/** A link to a finding under the place the reader stands on. */
export function FindingLink({ finding, children, className, label }: LinkProps & { finding: string }) {
  const place = usePlace();
  return <PlaceLink to={findingFrom(place, finding)} className={className} label={label}>{children}</PlaceLink>;
}

/** A link to one piece of evidence. */
export function ClaimLink({ claim, children, className, label }: LinkProps & { claim: string }) {
  return <PlaceLink to={{ page: 'claim', claim }} view={{}} className={className} label={label}>{children}</PlaceLink>;
}

/** A link to one decision on the record. */
export function DecisionLink({ decision, children, className, label }: LinkProps & { decision: string }) {
  return <PlaceLink to={{ page: 'decision', decision }} view={{}} className={className} label={label}>{children}</PlaceLink>;
}

/** A link from a number to exactly the rows it counts or sums. */
export function FilterLink({ filter, children, className, label }: LinkProps & { filter: RiskFilter }) {
  const { place, view } = addressOfFilter(filter);
  return <PlaceLink to={place} view={view} className={className ?? 'number'} label={label}>{children}</PlaceLink>;
}
