import { useRouteError } from 'react-router';
import '#web/ui/frame.css';
import '#web/ui/states.css';

/** Stands in for the whole page where drawing it broke: what happened, and two ways on. */
export function RouteTrouble() {
  const error = useRouteError();
  return (
    <main className="main" role="alert">
      <title>This page could not be drawn - Whose Call</title>
      <h1>This page could not be drawn</h1>
      <p className="state">{error instanceof Error ? error.message : String(error)}</p>
      <p><a href={window.location.href}>Load it again</a> or <a href="/">go to the brief</a>.</p>
    </main>
  );
}
