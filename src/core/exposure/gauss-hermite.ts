/** One node of the quadrature for the standard normal distribution; weights sum to 1. */
export interface QuadratureNode {
  node: number;
  weight: number;
}

const known = new Map<number, readonly QuadratureNode[]>();

/**
 * Gauss-Hermite nodes and weights for the standard normal distribution (probabilists' form), by Newton's
 * iteration on the orthonormal Hermite recurrence. Exact for polynomials up to degree 2 count - 1.
 */
export function gaussHermite(count: number): readonly QuadratureNode[] {
  const held = known.get(count);
  if (held !== undefined) return held;
  const half: QuadratureNode[] = [];
  let x = 0;
  for (let index = 0; index < Math.ceil(count / 2); index += 1) {
    x = startingPoint(count, index, x, half);
    let slope = 1;
    for (let step = 0; step < 100; step += 1) {
      const { value, derivative } = orthonormalHermite(count, x);
      slope = derivative;
      const change = value / derivative;
      x -= change;
      if (Math.abs(change) < 1e-15 * Math.max(1, Math.abs(x))) break;
    }
    half.push({ node: x * Math.SQRT2, weight: 2 / (slope * slope) / Math.sqrt(Math.PI) });
  }
  const mirrored = half.filter(({ node }) => Math.abs(node) > 1e-12).map(({ node, weight }) => ({ node: -node, weight }));
  const nodes = [...half, ...mirrored].sort((a, b) => a.node - b.node);
  known.set(count, nodes);
  return nodes;
}

/** Largest root first; later roots by extrapolation from those found. */
function startingPoint(count: number, index: number, last: number, found: readonly QuadratureNode[]): number {
  const earlier = (back: number): number => (found[index - back]?.node ?? 0) / Math.SQRT2;
  if (index === 0) return Math.sqrt(2 * count + 1) - 1.85575 * (2 * count + 1) ** (-1 / 6);
  if (index === 1) return last - (1.14 * count ** 0.426) / last;
  if (index === 2) return 1.86 * last - 0.86 * earlier(2);
  if (index === 3) return 1.91 * last - 0.91 * earlier(2);
  return 2 * last - earlier(2);
}

function orthonormalHermite(count: number, x: number): { value: number; derivative: number } {
  let before = 0;
  let here = Math.PI ** -0.25;
  for (let degree = 1; degree <= count; degree += 1) {
    const next = x * Math.sqrt(2 / degree) * here - Math.sqrt((degree - 1) / degree) * before;
    before = here;
    here = next;
  }
  return { value: here, derivative: Math.sqrt(2 * count) * before };
}
