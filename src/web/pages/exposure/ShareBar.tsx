/** A bar as long as its share of the longest; the figure stands beside it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className="share-bar" width="100%" height="8" aria-hidden="true" focusable="false">
      <rect width={`${Math.max(0, Math.min(1, share)) * 100}%`} height="8" fill="var(--bar)" />
    </svg>
  );
}
