import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { say } from '#language/say.ts';
import type { ActResponse } from '#contract/act.ts';
import '#web/features/acts/acts.css';

interface Desk {
  receipts: readonly ActResponse[];
  keep: (receipt: ActResponse) => void;
}

const DeskContext = createContext<Desk>({ receipts: [], keep: () => {} });

/**
 * Keeps the receipts of a page's acts. They outlive the condition they closed: the button that sent an
 * act is gone once the picture is drawn again.
 */
export function ReceiptsProvider({ children }: { children: ReactNode }) {
  const [receipts, setReceipts] = useState<readonly ActResponse[]>([]);
  const desk = useMemo(() => ({ receipts, keep: (receipt: ActResponse) => { setReceipts((held) => [receipt, ...held]); } }), [receipts]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useKeepReceipt(): Desk['keep'] {
  return useContext(DeskContext).keep;
}

/** What was recorded from this page, newest first; takes the focus when a receipt arrives. */
export function Receipts() {
  const { receipts } = useContext(DeskContext);
  const box = useRef<HTMLElement>(null);
  const [newest] = receipts;
  useEffect(() => {
    if (newest !== undefined) box.current?.focus();
  }, [newest]);
  if (newest === undefined) return null;
  return (
    <section ref={box} tabIndex={-1} className="receipts" aria-label={say('Recorded')}>
      {receipts.map((receipt) => (
        <p key={receipt.version}>
          <b>{say('Recorded.')}</b> {receipt.sentence}
          {receipt.note === null ? null : <> {receipt.note}</>}
          <span className="sub">{' '}{say('Receipt: {map}; record version {version, number}.', { map: receipt.recorded.map((one) => `${one.kind} ${one.id}`).join(', '), version: receipt.version })}</span>
        </p>
      ))}
    </section>
  );
}
