import { useRouteError } from 'react-router';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import '#web/ui/frame.css';
import '#web/ui/states.css';

/** Stands in for the whole page where drawing it broke: what happened, and two ways on. */
export function RouteTrouble() {
  const error = useRouteError();
  return (
    <main className="main" role="alert">
      <title>{say('This page could not be drawn - Whose Call')}</title>
      <h1>{say('This page could not be drawn')}</h1>
      <p className="state">{error instanceof Error ? error.message : String(error)}</p>
      <p><Said message="<a>Load it again</a> or <a2>go to the brief</a2>." values={{ a: (words) => <a href={window.location.href}>{words}</a>, a2: (words) => <a href="/">{words}</a> }} /></p>
    </main>
  );
}
