import { useEffect, useState } from 'react';

/** False at first, true once so much time has passed: for words that come too soon for work that is quick. */
export function useLater(milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setLate(true); }, milliseconds);
    return () => { clearTimeout(timer); };
  }, [milliseconds]);
  return late;
}
