import { say } from '#language/say.ts';
import { Loading } from '#web/ui/states.tsx';
import '#web/ui/frame.css';

/** The frame and the page while the code of the page is on its way, before anything is asked of the server. */
export function FrameLoading() {
  return (
    <>
      <div className="header"><span className="header__brand">{say('Whose Call')}</span></div>
      <div className="under-header"><div className="freshness freshness--coming" /></div>
      <main id="main" className="main"><Loading what={say('the page')} /></main>
    </>
  );
}
