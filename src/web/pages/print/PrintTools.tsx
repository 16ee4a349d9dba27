import { Link, useLocation } from 'react-router';
import { say } from '#language/say.ts';
import type { Paper } from '#web/pages/print/Sheet.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** What can be chosen before printing; on screen only. */
export function PrintTools({ paper, roles, appendix }: { paper: Paper; roles: boolean; appendix: boolean }) {
  return (
    <header className="print-tools screen-only">
      <nav aria-label={say('Print')}>
        <ul>
          <li><PlaceLink to={{ page: 'brief' }}>{say('Back to the brief')}</PlaceLink></li>
          <li><Choice name="paper" value={paper === 'a4' ? 'letter' : undefined}>{paper === 'a4' ? say('Use US Letter') : say('Use A4')}</Choice></li>
          <li><Choice name="names" value={roles ? undefined : 'roles'}>{roles ? say('Show names') : say('Roles instead of names')}</Choice></li>
          <li><Choice name="appendix" value={appendix ? undefined : 'decisions'}>{appendix ? say('Without the decision cards') : say('Add the decision cards')}</Choice></li>
        </ul>
      </nav>
      <button type="button" className="tool tool--main" onClick={() => { window.print(); }}>{say('Print')}</button>
    </header>
  );
}

function Choice({ name, value, children }: { name: string; value: string | undefined; children: string }) {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  if (value === undefined) query.delete(name);
  else query.set(name, value);
  return <Link replace to={{ pathname, search: query.toString() }}>{children}</Link>;
}
