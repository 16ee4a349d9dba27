import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { usePrinting } from '#web/ui/use-printing.ts';

/** Width of the print column in CSS pixels: A4 less its margins. */
const PRINT_WIDTH = 688;

/**
 * Width of an element in whole CSS pixels, for a chart that lays itself out again instead of being
 * scaled. `fallback` stands until it is measured, and where nothing measures; what is long to draw waits for `measured`,
 * so that it is not drawn twice. `printWidth` is the
 * width while printing.
 */
export function useWidth<E extends Element>(fallback: number, printWidth: number = PRINT_WIDTH): { ref: RefObject<E | null>; width: number; measured: boolean } {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(fallback);
  const [measured, setMeasured] = useState(typeof ResizeObserver === 'undefined');
  const printing = usePrinting();
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    // A rectangle is measured in the pixels of the window; inside something enlarged those are not the chart's.
    const measure = () => { setWidth((held) => Math.floor(element.getBoundingClientRect().width / enlarged(element)) || held); };
    measure();
    setMeasured(true);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, []);
  return { ref, width: printing ? printWidth : width, measured };
}

/** How much CSS `zoom` enlarges an element; 1 where the browser does not say. */
function enlarged(element: Element): number {
  const factor: unknown = Reflect.get(element, 'currentCSSZoom');
  return typeof factor === 'number' && factor > 0 ? factor : 1;
}
