import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import '#web/ui/marks.css';

/** Drawn where a figure would stand and the record holds none. Never zero, never left out. */
export function NotMeasured({ children = say('Not measured') }: { children?: ReactNode }) {
  return <span className="not-measured">{children}</span>;
}
