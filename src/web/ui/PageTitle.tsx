import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { chainOf } from '#web/paths.ts';
import { usePlace } from '#web/url/use-address.ts';
import { placeName } from '#web/ui/place-name.ts';

/**
 * The page's one h1: its answer as a sentence. Takes the focus after a navigation to another path,
 * so that the next Tab and a screen reader start here, and names the document after the drill path.
 */
export function PageTitle({ children, className }: { children: ReactNode; className?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  const arrived = key !== 'default';
  const settled = useRef<string>(undefined);
  useEffect(() => {
    // Only another path moves the focus: a filter or a date changes the page the reader is already on.
    if (arrived && settled.current !== pathname) heading.current?.focus({ preventScroll: true });
    settled.current = pathname;
  }, [arrived, pathname]);
  const place = usePlace();
  const picture = usePicture();
  const names = place === undefined ? [] : chainOf(place).map((step) => placeName(step, picture));
  return (
    <>
      <title>{[...names.reverse(), say('Whose Call')].join(' - ')}</title>
      <h1 ref={heading} tabIndex={-1} className={className}>{children}</h1>
    </>
  );
}
