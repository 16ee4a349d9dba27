import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Width of the print column in CSS pixels: A4 less its margins. */
const PRINT_WIDTH = 688;

/**
 * Width of an element in whole CSS pixels, for a chart that lays itself out again instead of being
 * scaled. `fallback` stands until it is measured, and where nothing measures. `printWidth` is the
 * width while printing.
 */
export function useWidth<E extends Element>(fallback: number, printWidth: number = PRINT_WIDTH): { ref: RefObject<E | null>; width: number } {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(fallback);
  const [printing, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    // A rectangle is measured in the pixels of the window; inside something enlarged those are not the chart's.
    const measure = () => { setWidth((held) => Math.floor(element.getBoundingClientRect().width / enlarged(element)) || held); };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, []);
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
  return { ref, width: printing ? printWidth : width };
}

/** How much CSS `zoom` enlarges an element; 1 where the browser does not say. */
function enlarged(element: Element): number {
  const factor: unknown = Reflect.get(element, 'currentCSSZoom');
  return typeof factor === 'number' && factor > 0 ? factor : 1;
}
