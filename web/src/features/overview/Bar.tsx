/** How much of something is done, as a bar with its number in words beside it. */
export function Bar({ done, of, label }: { done: number; of: number; label: string }) {
  return (
    <span className="overview-bar">
      <progress value={done} max={Math.max(of, 1)} aria-label={label} />
      <span>{label}</span>
    </span>
  );
}
