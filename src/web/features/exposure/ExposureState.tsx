import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import type { Exposure } from '#web/exposure/use-exposure.ts';
import { Empty, ErrorCard } from '#web/ui/states.tsx';
import { useLater } from '#web/ui/use-later.ts';
import '#web/features/exposure/exposure.css';

/** What a reader sees while there are no figures, in the room the figures will take. */
export function ExposureState({ exposure, height }: { exposure: Exclude<Exposure<unknown>, { status: 'shown' }>; height?: number }): ReactNode {
  switch (exposure.status) {
    case 'none':
      return <Empty>{say('Looked through the open risks here: none has both ranges in money, so there is no year to compute.')}</Empty>;
    case 'refused':
      return <Empty>{exposure.refusals.map(({ sentence }) => sentence).join(' ')}</Empty>;
    case 'trouble':
      return <ErrorCard what={say('A year of losses')} error={exposure.error} retry={exposure.retry} />;
    case 'computing':
      return <Computing progress={exposure.progress} height={height} />;
  }
}

/** Silent for the first 300 ms, then how many risks are done. */
export function Computing({ progress, height }: { progress: { done: number; total: number } | undefined; height?: number | undefined }) {
  const late = useLater(300);
  return (
    <div className="computing" aria-busy="true" style={height === undefined ? undefined : { minHeight: height }}>
      <output>{late ? say('Computing {part}', { part: progress === undefined ? '…' : say('… {done, number} of {total, number} risks', { done: progress.done, total: progress.total }) }) : ''}</output>
    </div>
  );
}
