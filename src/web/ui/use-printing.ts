import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True from the moment the browser prepares to print, so that a drawing can be laid out for paper. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const before = () => { flushSync(() => { setPrinting(true); }); };
    const after = () => { setPrinting(false); };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
