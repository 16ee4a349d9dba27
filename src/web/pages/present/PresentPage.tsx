import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { QuarterPicture } from '#web/features/quarter/QuarterPicture.tsx';
import { presentSteps, type PresentStep } from '#web/pages/present/steps.tsx';
import { stepMove } from '#web/pages/present/step-move.ts';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { useAddressOf } from '#web/url/use-address.ts';
import { backOf } from '#web/url/presentation.ts';
import '#web/pages/present/present.css';

/** In the room: one sentence and one chart a step, moved by hand only. The step is in the address. */
export function PresentPage() {
  const { quarter = '', step = '' } = useParams();
  const { search } = useLocation();
  const at = Number(step) - 1;
  const shown = presentSteps[at];
  if (shown === undefined) return <Navigate replace to={{ pathname: `/present/${encodeURIComponent(quarter)}/1`, search }} />;
  return <QuarterPicture quarter={quarter}><Step key={at} quarter={quarter} at={at} shown={shown} /></QuarterPicture>;
}

function Step({ quarter, at, shown }: { quarter: string; at: number; shown: PresentStep }) {
  const picture = usePicture();
  const { search } = useLocation();
  const navigate = useNavigate();
  const addressOf = useAddressOf();
  const leave = backOf(new URLSearchParams(search)) ?? addressOf({ page: 'brief' }).replace(/[?&]present=[^&]*/, '');
  const screen = useRef<HTMLDivElement>(null);
  const to = (step: number) => ({ pathname: `/present/${encodeURIComponent(quarter)}/${step + 1}`, search });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isEditable(event.target)) return;
      const move = stepMove(event.key, at, presentSteps.length);
      if (move === undefined) return;
      event.preventDefault();
      switch (move.kind) {
        case 'step': void navigate({ pathname: `/present/${encodeURIComponent(quarter)}/${move.step + 1}`, search }); return;
        case 'screen': toggleFullScreen(); return;
        case 'leave': void navigate(leave);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => { document.removeEventListener('keydown', onKey); };
  }, [at, leave, navigate, quarter, search]);
  useSwipe(screen, (direction) => {
    const next = at + direction;
    if (presentSteps[next] !== undefined) void navigate(to(next));
  });

  return (
    <div ref={screen} className="present">
      <header className="present__head">
        <nav aria-label={say('Steps')}>
          <ol>{presentSteps.map((one, index) => <li key={one.deeper.page}><Link to={to(index)} aria-current={index === at ? 'step' : undefined}>{index + 1}. {one.name()}</Link></li>)}</ol>
        </nav>
        <p className="sub">{say('{organisation}, as of {asOf}', { organisation: picture.organisation, asOf: dayInWords(picture.asOf) })}</p>
      </header>
      <main className="present__main">
        <shown.View picture={picture}>
          {(sentence, chart) => <><PageTitle className="present__sentence">{sentence}</PageTitle><div className="present__chart">{chart}</div></>}
        </shown.View>
      </main>
      <footer className="present__foot">
        <Move to={at > 0 ? to(at - 1) : undefined}>{say('Previous')}</Move>
        <span className="sub">{say('Step {value, number} of {presentSteps, number}', { value: at + 1, presentSteps: presentSteps.length })}</span>
        <Move to={at < presentSteps.length - 1 ? to(at + 1) : undefined}>{say('Next')}</Move>
        <span className="present__more">
          <PlaceLink to={shown.deeper} className="tool">{say('Go deeper')}</PlaceLink>
          <button type="button" className="tool" aria-keyshortcuts="F" onClick={toggleFullScreen}>{say('Full screen (F)')}</button>
          <Link to={leave} className="tool" aria-keyshortcuts="Escape">{say('Leave (Esc)')}</Link>
        </span>
      </footer>
    </div>
  );
}

function Move({ to, children }: { to: { pathname: string; search: string } | undefined; children: ReactNode }) {
  return to === undefined ? <span className="tool present__end" aria-hidden="true">{children}</span> : <Link to={to} className="tool tool--main present__move">{children}</Link>;
}

/** Full screen is a wish: a browser that refuses it shows the same page in its window. */
function toggleFullScreen(): void {
  const asked = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  asked.catch(() => undefined);
}

const SWIPE = 60;

/** A swipe to the left asks for the next step (+1), to the right for the one before (-1). */
function useSwipe(target: RefObject<HTMLElement | null>, moved: (direction: 1 | -1) => void): void {
  const act = useRef(moved);
  useEffect(() => { act.current = moved; });
  useEffect(() => {
    const element = target.current;
    let from: { x: number; y: number } | undefined;
    const start = (event: TouchEvent) => {
      const touch = event.touches.length === 1 ? event.touches[0] : undefined;
      from = touch === undefined ? undefined : { x: touch.clientX, y: touch.clientY };
    };
    const end = (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      if (from === undefined || touch === undefined) return;
      const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
      if (Math.abs(across) >= SWIPE && Math.abs(across) > 2 * Math.abs(down)) act.current(across < 0 ? 1 : -1);
    };
    element?.addEventListener('touchstart', start, { passive: true });
    element?.addEventListener('touchend', end, { passive: true });
    return () => {
      element?.removeEventListener('touchstart', start);
      element?.removeEventListener('touchend', end);
    };
  }, [target]);
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
