import { createElement, Fragment, type ReactElement } from 'react';
import type { Literal } from '#language/placeholders.ts';
import { sayParts, type RichValues } from '#language/say.ts';

interface Props<T extends string> {
  message: Literal<T>;
  values: RichValues<T, ReactElement>;
}

/**
 * A whole sentence with links, dates or marks in it:
 * `<Said message="Waits on {person}" values={{ person: <PersonLink id={id} /> }} />`, and `<link>...</link>` in the
 * message for a part of its own words: `link: (words) => <PlaceLink to={to}>{words}</PlaceLink>`.
 */
export function Said<const T extends string>({ message, values }: Props<T>) {
  return createElement(Fragment, null, ...sayParts<ReactElement, T>(message, values));
}
