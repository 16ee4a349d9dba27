export type StepMove = { kind: 'step'; step: number } | { kind: 'screen' } | { kind: 'leave' };

/** What a key asks for on step `at` of `count`. The ends are ends: nothing wraps round and nothing moves by itself. */
export function stepMove(key: string, at: number, count: number): StepMove | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'PageDown': return at < count - 1 ? { kind: 'step', step: at + 1 } : undefined;
    case 'ArrowLeft':
    case 'PageUp': return at > 0 ? { kind: 'step', step: at - 1 } : undefined;
    case 'Home': return { kind: 'step', step: 0 };
    case 'End': return { kind: 'step', step: count - 1 };
    case 'f':
    case 'F': return { kind: 'screen' };
    case 'Escape': return { kind: 'leave' };
    default: return undefined;
  }
}
