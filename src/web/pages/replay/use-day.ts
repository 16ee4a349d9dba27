import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isWhen, type When } from '#core/time.ts';
import type { CaseView, ReplayView } from '#core/replay/case-view.ts';
import { lookOn, stopBeside } from '#core/replay/day-view.ts';

export interface ChosenDay {
  /** The day shown now, also while a slider is still moving. */
  day: When;
  /** The day in the address: what is announced and linked to. */
  settled: When;
  /** Moves at once; the address follows when the movement rests. */
  slide(day: When): void;
  /** Moves with an entry in the history. */
  go(day: When): void;
  playing: boolean;
  play(on: boolean): void;
}

const REST = 350;
const STEP_EVERY = 1_300;

/** The day of a replay: in the address as `day`, else that of the first breach. Playing goes from stop to stop. */
export function useDay({ breaches }: Pick<CaseView, 'breaches'>, replay: ReplayView): ChosenDay {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const [sliding, setSliding] = useState<When>();
  const [playing, setPlaying] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settled = lookOn(replay, askedDay(search) ?? breaches[0]?.day ?? replay.to);

  const show = (day: When, replace: boolean) => {
    clearTimeout(rest.current);
    setSliding(undefined);
    const query = new URLSearchParams(search);
    query.set('day', day);
    void navigate(`${pathname}?${query.toString()}`, { replace, preventScrollReset: true });
  };
  useEffect(() => () => { clearTimeout(rest.current); }, []);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      const next = stopBeside(replay, settled, 'next');
      if (next === undefined) setPlaying(false);
      else show(next, true);
    }, STEP_EVERY);
    return () => { clearTimeout(timer); };
  });

  return {
    day: sliding ?? settled,
    settled,
    playing,
    slide: (day) => {
      setPlaying(false);
      setSliding(day);
      clearTimeout(rest.current);
      rest.current = setTimeout(() => { show(day, false); }, REST);
    },
    go: (day) => {
      setPlaying(false);
      show(day, false);
    },
    play: (on) => {
      if (on && stopBeside(replay, settled, 'next') === undefined) show(replay.from, false);
      setPlaying(on);
    },
  };
}

function askedDay(search: string): When | undefined {
  const text = new URLSearchParams(search).get('day');
  return text !== null && text.length === 10 && isWhen(text) ? text : undefined;
}
