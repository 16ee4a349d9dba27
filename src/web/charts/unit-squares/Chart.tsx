import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { layoutUnitSquares } from '#web/charts/unit-squares/layout.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import '#web/charts/unit-squares/unit-squares.css';

export type UnitMark = 'filled' | 'caret' | 'crossed' | 'gap' | 'gap-dashed' | 'hollow' | 'faint';

export interface UnitRun {
  key: string;
  mark: UnitMark;
  count: number;
  /** Words of the run, also the name of its drawing. */
  words: string;
  /** The count as a link to its rows, or as text. */
  counted: ReactNode;
  description: string;
}

/** Runs of unit squares, each behind its count and its words: shape and dash tell them apart, not colour alone. */
export function UnitRuns({ runs }: { runs: readonly UnitRun[] }) {
  const most = Math.max(0, ...runs.map((run) => run.count));
  return (
    <ul className="unit-runs">
      {runs.map((run) => (
        <li key={run.key}>
          <span className="unit-runs__count">{run.counted}</span>
          <span className="unit-runs__words">{run.words}</span>
          {run.count === 0 ? <span className="muted unit-runs__none">{say('none found')}</span> : <Squares run={run} most={most} />}
        </li>
      ))}
    </ul>
  );
}

function Squares({ run, most }: { run: UnitRun; most: number }) {
  const { ref, width } = useWidth<HTMLDivElement>(480, 420);
  const { height, size, squares, bar } = layoutUnitSquares(run.count, most, width);
  return (
    <div ref={ref} className="unit-runs__plot">
      <Figure width={width} height={height} label={`${run.words}: ${run.count}`} description={run.description}>
        {bar === undefined
          ? squares.map(({ x, y }) => <Square key={`${x} ${y}`} x={x} y={y} size={size} mark={run.mark} />)
          : <rect className={`unit unit--${run.mark}`} x={1} y={2} width={bar.length} height={size} />}
      </Figure>
    </div>
  );
}

function Square({ x, y, size, mark }: { x: number; y: number; size: number; mark: UnitMark }) {
  return (
    <>
      <rect className={`unit unit--${mark}`} x={x} y={y} width={size} height={size} />
      {mark === 'caret' ? <path className="unit__sign" d={`M${x + 3} ${y + 8}l3-4 3 4`} /> : null}
      {mark === 'crossed' ? <path className="unit__sign" d={`M${x + 3} ${y + 6}h6`} /> : null}
    </>
  );
}
